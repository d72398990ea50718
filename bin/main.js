// Plain JavaScript, so that an old Node can read it: the rest of the program is TypeScript, which needs Node 24.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Broadsheet needs Node 24 or newer and this is ${process.version}: run "npm ci" without --omit=optional (it brings a Node of its own), or install Node 24.`,
  );
  process.exitCode = 1;
} else {
  // What was stripped of its types once is not stripped again: a start takes half the time and 30 MB less.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
  // Names are resolved on libuv's threads, of which there are four: a few slow name servers would hold up every feed.
  process.env.UV_THREADPOOL_SIZE ??= '16';
  await import('../src/main.ts');
}
