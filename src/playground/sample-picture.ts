// The picture of a sample article: sea, sky and sun in its outlet's colour, as a PNG that is made when it is asked for.
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 192;
const HEIGHT = 108;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** 8 bits a channel, red, green and blue. */
const HEADER = [...uint32(WIDTH), ...uint32(HEIGHT), 8, 2, 0, 0, 0];

/** `color`: "#rrggbb". The slug decides where the sun stands. */
export function samplePicture(color: string, slug: string): Buffer {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const dice = crc32(slug);
  const sun = { x: 24 + (dice % (WIDTH - 48)), y: 24 + ((dice >>> 8) % 24) };
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Array.from({ length: WIDTH }, (_, x) => {
      const light = lightAt(x, y, sun);
      return [red, green, blue].map((part) => Math.round(part + (255 - part) * light));
    }),
  );
  // Each row begins with its filter: none.
  const data = Uint8Array.from(rows.flatMap((row) => [0, ...row.flat()]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', HEADER), chunk('IDAT', deflateSync(data)), chunk('IEND', [])]);
}

/** From 0, the colour itself, to 1, white. */
function lightAt(x: number, y: number, sun: { readonly x: number; readonly y: number }): number {
  if (Math.hypot(x - sun.x, y - sun.y) < 14) return 0.95;
  const horizon = HEIGHT * 0.62;
  if (y < horizon) return 0.3 + (0.4 * y) / horizon;
  return Math.sin(y * 0.9 + x * 0.05) > 0.6 ? 0.2 : 0;
}

function chunk(type: string, data: Iterable<number>): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Uint8Array.from(data)]);
  return Buffer.concat([Buffer.from(uint32(body.length - 4)), body, Buffer.from(uint32(crc32(body)))]);
}

function uint32(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}
