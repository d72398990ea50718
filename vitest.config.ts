import { configDefaults, defineConfig } from 'vitest/config';

/** Servers, processes and clocks: each file ends what it began, so that they share workers, but not with the others. */
const RUNNING = [
  'test/e2e/**/*.test.ts',
  'test/playground/**/*.test.ts',
  'test/http/**/*.test.ts',
  'test/**/{bin,http,pool,processes}.test.ts',
];

/** Input that must be read in a given time: each file in a worker of its own. */
const ALONE = ['test/**/{hostile,hostile-pages}.test.ts'];

/** What is weighed there is the code: young objects have room, so that no garbage collection falls into a long text alone. */
const GROWTH = ['test/**/growth.test.ts'];
const ROOMY = ['--min-semi-space-size=256', '--max-semi-space-size=256'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'running', include: RUNNING, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'growth', include: GROWTH, execArgv: ROOMY } },
      // No module mocks, no state of their own: these files share a worker, which spares some seventy starts of one.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...RUNNING, ...ALONE, ...GROWTH],
          isolate: false,
        },
      },
    ],
  },
});
