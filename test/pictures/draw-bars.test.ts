import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BarChart } from '../../src/pictures/bar-chart.ts';
import { loadCanvas } from '../../src/pictures/canvas.ts';
import { drawBars } from '../../src/pictures/draw-bars.ts';

const canvas = await loadCanvas();

function chart(labels: readonly string[], change: Partial<BarChart> = {}): BarChart {
  const bars = labels.map((label, i) => ({ label, value: 9 - i, base: i / 2, note: `+${9 - i}` }));
  return { bars, legend: { base: 'usual', more: 'more than usual' }, ...change };
}

async function draw(labels: readonly string[], change: Partial<BarChart> = {}) {
  const png = (await drawBars(chart(labels, change))) as Uint8Array;
  const view = new DataView(png.buffer, png.byteOffset);
  const picture = createHash('sha256').update(png).digest('hex');
  return {
    bytes: png.length,
    kind: Buffer.from(png.slice(1, 4)).toString(),
    width: view.getUint32(16),
    height: view.getUint32(20),
    picture,
  };
}

// It is an optional dependency: without it there are no pictures, and the text alone answers.
test.skipIf(canvas === undefined)('a chart is a PNG that grows by its bars', async () => {
  const [one, eight] = [await draw(['Lundberg']), await draw(Array.from({ length: 8 }, (_, i) => `Name ${i}`))];

  expect(one).toMatchObject({ kind: 'PNG', width: 800 });
  expect(eight.height - one.height).toBe(7 * 38);
  expect(eight.bytes).toBeLessThan(60_000);
});

test.skipIf(canvas === undefined)('every script that the bot speaks is drawn as it is', async () => {
  const scripts = ['Солвейг', '湊島地震', 'Động đất', 'الانتخابات', 'Ελλάδα', 'Größe'];

  const pictures = await Promise.all(scripts.map(async (label) => (await draw([label])).picture));
  const numbered = await draw(['1.']);

  expect(new Set([...pictures, numbered.picture]).size).toBe(scripts.length + 1);
});

test.skipIf(canvas === undefined)('a label that no font has is told by its number', async () => {
  const unknown = await draw(['\u{1e900}\u{1e901}', 'Lundberg']);
  const numbered = await draw(['1.', 'Lundberg']);

  expect(unknown.picture).toBe(numbered.picture);
});

test.skipIf(canvas === undefined)('a label that is too long for its column ends in an ellipsis', async () => {
  const long = await draw(['The long name of a committee that nobody remembers, and more of it']);
  const longer = await draw(['The long name of a committee that nobody remembers, and more of it '.repeat(20)]);

  expect(long.picture).toBe(longer.picture);
});

test.each([0, Number.NaN, 1e9])('a value of %d draws', async (value) => {
  const png = await drawBars({ bars: [{ label: 'a', value, base: value, note: '' }], legend: undefined });

  expect(canvas === undefined ? png : png?.length).not.toBe(0);
});

test('nothing to draw is no picture', async () => {
  expect(await drawBars({ bars: [], legend: undefined })).toBeUndefined();
});

test('where the canvas is not installed there is no picture', () => {
  const module = new URL('../../src/pictures/draw-bars.ts', import.meta.url).href;
  const program = `
    import { registerHooks } from 'node:module';
    const resolve = (name, context, next) => {
      if (name.startsWith('@napi-rs/')) throw new Error('Cannot find package');
      return next(name, context);
    };
    registerHooks({ resolve });
    const { drawBars } = await import(${JSON.stringify(module)});
    const bars = [{ label: 'a', value: 1, base: 0, note: '' }];
    console.log(String(await drawBars({ bars, legend: undefined })));`;

  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });

  expect(stdout.trim()).toBe('undefined');
});
