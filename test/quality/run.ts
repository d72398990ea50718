// npm run quality [NAME …]: scores on the corpora, held against the floors of floors.json, which only rise.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

type Scores = Readonly<Record<string, number>>;

/** Modules of this folder that export `run`. */
interface Measurement {
  readonly run?: () => Promise<Scores>;
  /** What simple methods reach. */
  readonly baselines?: () => Promise<Scores>;
}

const NOT_MEASURED = /^(run|learn-.*)\.ts$/;
const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Scores>
>;
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !NOT_MEASURED.test(file))
  .map((file) => basename(file, '.ts'))
  .filter((name) => name in floors);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Nothing is measured as ${unknown.join(', ')}. There are: ${names.map(describe).join(', ')}.`);
  process.exit(2);
}

for (const name of names.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const { run, baselines } = (await import(join(import.meta.dirname, `${name}.ts`))) as Measurement;
  if (!run) continue;
  console.log(`\n## ${name}`);
  const scores = await run();
  const simple = (await baselines?.()) ?? {};
  for (const [score, value] of Object.entries(scores)) report(name, score, { value, simple: simple[score] });
}

/** With the parts that its figures begin with: "clustering (allsides, …, search)". */
function describe(name: string): string {
  const parts = new Set(Object.keys(floors[name]!).map((figure) => figure.split(/[- ]/u)[0]!));
  return `${name} (${[...parts].join(', ')})`;
}

function report(
  name: string,
  score: string,
  { value, simple }: { readonly value: number; readonly simple: number | undefined },
): void {
  const floor = floors[name]?.[score];
  const isBelow = floor !== undefined && value < floor;
  if (isBelow) process.exitCode = 1;
  console.log(
    `${isBelow ? 'BELOW' : '     '} ${score.padEnd(44)} ${value.toFixed(4)}${floor === undefined ? '' : `  floor ${floor}`}${simple === undefined ? '' : `  baseline ${simple}`}`,
  );
}
