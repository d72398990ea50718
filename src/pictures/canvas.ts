// The canvas with fonts of our own. It is an optional dependency, loaded when the first picture is drawn.

import { fileURLToPath } from 'node:url';
import type { SKRSContext2D } from '@napi-rs/canvas';

export type Canvas = typeof import('@napi-rs/canvas');

/** A name for each file: of several files under one name only the first would be used. */
const FONTS = [
  { family: 'Broadsheet', file: 'noto-sans.ttf', scripts: /\P{sc=Zzzz}/u },
  {
    family: 'Broadsheet JP',
    file: 'noto-sans-jp.woff2',
    scripts: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u30ff\uff00-\uffef]/u,
  },
  { family: 'Broadsheet Arabic', file: 'noto-sans-arabic.woff2', scripts: /\p{sc=Arab}/u },
] as const;

/** No font has it: what is drawn for it is drawn for all that is missing. */
const MISSING = '\u{378}';
const CELL = 24;

const registered = new Set<string>();
const drawable = new Map<string, boolean>();
let canvas: Promise<Canvas | undefined> | undefined;

/** undefined where it is not installed. */
export async function loadCanvas(): Promise<Canvas | undefined> {
  canvas ??= import('@napi-rs/canvas').catch(() => undefined);
  return canvas;
}

/**
 * Ours first: the machine's, which load by themselves, differ from one to the next. Only those that are registered: what
 * was found for a list of names is remembered by the canvas, with a name in it that came to stand for something later.
 */
export function fontOf(size: number): string {
  return `${size}px ${[...registered].map((family) => `"${family}"`).join(', ')}, sans-serif`;
}

/** The fonts that these texts need, once. */
export function registerFonts({ GlobalFonts }: Canvas, texts: readonly string[]): void {
  for (const { family, file, scripts } of FONTS) {
    if (registered.has(family) || !texts.some((text) => scripts.test(text))) continue;
    GlobalFonts.registerFromPath(fileURLToPath(new URL(`../../data/fonts/${file}`, import.meta.url)), family);
    registered.add(family);
    drawable.clear();
  }
}

/** False where a font would draw a box for a letter. */
export function canDraw(canvas: Canvas, text: string): boolean {
  for (const char of text) {
    if (/[\s\x21-\x7e]/.test(char)) continue;
    let known = drawable.get(char);
    if (known === undefined) {
      known = pixelsOf(canvas, char) !== pixelsOf(canvas, MISSING);
      drawable.set(char, known);
    }
    if (!known) return false;
  }
  return true;
}

function pixelsOf({ createCanvas }: Canvas, char: string): string {
  const context: SKRSContext2D = createCanvas(CELL, CELL).getContext('2d');
  context.font = fontOf(16);
  context.fillText(char, 2, 18);
  return Buffer.from(context.getImageData(0, 0, CELL, CELL).data.buffer).toString('base64');
}
