// A bar chart as a PNG: lying bars, what they are on the left, how much on the right. Legible on Discord's dark and light.

import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Bar, BarChart } from './bar-chart.ts';
import { canDraw, fontOf, loadCanvas, registerFonts } from './canvas.ts';

const WIDTH = 800;
const PADDING = 20;
const ROW = 38;
const BAR = 22;
const LABEL = 270;
const NOTE = 64;
const LEGEND = 36;
const COLOURS = { ground: '#22262f', text: '#e9ebf0', faint: '#a7aebd', base: '#5b6579', more: '#7fa8e0' } as const;

/** undefined where nothing can be drawn: @napi-rs/canvas is not installed. */
export async function drawBars(chart: BarChart): Promise<Uint8Array | undefined> {
  const canvas = await loadCanvas();
  if (canvas === undefined || chart.bars.length === 0) return undefined;
  registerFonts(canvas, [...chart.bars.map(({ label }) => label), chart.legend?.base ?? '', chart.legend?.more ?? '']);
  const top = PADDING + (chart.legend === undefined ? 0 : LEGEND);
  const picture = canvas.createCanvas(WIDTH, top + chart.bars.length * ROW + PADDING - (ROW - BAR));
  const context = picture.getContext('2d');
  context.fillStyle = COLOURS.ground;
  context.fillRect(0, 0, WIDTH, picture.height);
  context.textBaseline = 'middle';
  if (chart.legend !== undefined) drawLegend(context, chart.legend);
  const most = Math.max(...chart.bars.map(({ value }) => value), 1);
  chart.bars.forEach((bar, i) => {
    const label = canDraw(canvas, bar.label) ? bar.label : `${i + 1}.`;
    drawBar(context, { ...bar, label }, { y: top + i * ROW, most });
  });
  return new Uint8Array(await picture.encode('png'));
}

function drawLegend(context: SKRSContext2D, { base, more }: { readonly base: string; readonly more: string }): void {
  context.font = fontOf(16);
  context.textAlign = 'left';
  let x = PADDING + LABEL + 12;
  for (const [colour, name] of [
    [COLOURS.base, base],
    [COLOURS.more, more],
  ] as const) {
    context.fillStyle = colour;
    fillRound(context, { x, y: PADDING + 1, width: 14, height: 14 });
    context.fillStyle = COLOURS.faint;
    context.fillText(name, x + 22, PADDING + 9);
    x += 22 + context.measureText(name).width + 28;
  }
}

function drawBar(context: SKRSContext2D, bar: Bar, { y, most }: { readonly y: number; readonly most: number }): void {
  const middle = y + BAR / 2 + 1;
  context.font = fontOf(19);
  context.fillStyle = COLOURS.text;
  context.textAlign = 'right';
  context.fillText(fitted(context, bar.label), PADDING + LABEL, middle);
  const room = WIDTH - 2 * PADDING - LABEL - 12 - NOTE;
  const left = PADDING + LABEL + 12;
  const width = Math.max(4, (bar.value / most) * room);
  const base = Math.min(width, (bar.base / most) * room);
  context.fillStyle = COLOURS.more;
  fillRound(context, { x: left, y, width, height: BAR });
  if (base >= 2) {
    context.fillStyle = COLOURS.base;
    fillRound(context, { x: left, y, width: base, height: BAR });
  }
  context.fillStyle = COLOURS.text;
  context.textAlign = 'left';
  context.fillText(bar.note, left + width + 10, middle);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function fillRound(context: SKRSContext2D, { x, y, width, height }: Box): void {
  context.beginPath();
  context.roundRect(x, y, width, height, 3);
  context.fill();
}

/** Whole letters, with an ellipsis where it is too long for its column. */
function fitted(context: SKRSContext2D, label: string): string {
  if (context.measureText(label).width <= LABEL) return label;
  const letters = [...label];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > LABEL) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
