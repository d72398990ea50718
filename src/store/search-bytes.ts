// What the search's tables hold, as bytes and back.

/** Numbers of four bytes as the database keeps them. */
export function fromBytes(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const own = new Uint8Array(bytes);
  return new Uint32Array(own.buffer);
}

export function toBytes(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The terms of a fresh article and their marks. */
export function readMarks({ terms, marks }: { terms: string; marks: Uint8Array }): [string, number][] {
  return terms === '' ? [] : terms.split(' ').map((term, i) => [term, marks[i] as number]);
}
