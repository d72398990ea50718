// Plain JavaScript, so that an old Node can read it: the rest of the program is TypeScript, which needs Node 24.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Broadsheet needs Node 24 or newer and this is ${process.version}: run "npm ci" without --omit=optional (it brings a Node of its own), or install Node 24.`,
  );
  process.exitCode = 1;
} else {
  // Names are resolved on libuv's threads, of which there are four: a few slow name servers would hold up every feed.
  process.env.UV_THREADPOOL_SIZE ??= '16';
  await import('../src/main.ts');
}
