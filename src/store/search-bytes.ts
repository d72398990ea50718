/** Numbers of four bytes as the database keeps them. */
export function fromBytes(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const own = new Uint8Array(bytes);
  return new Uint32Array(own.buffer);
}

export function toBytes(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
