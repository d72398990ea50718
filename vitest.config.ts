import { configDefaults, defineConfig } from 'vitest/config';

/** Servers, processes, clocks and measurements: each file in a worker of its own. */
const ALONE = [
  'test/e2e/**/*.test.ts',
  'test/playground/**/*.test.ts',
  'test/http/**/*.test.ts',
  'test/**/{odd-input,hostile,hostile-pages,bin,http,pool,processes}.test.ts',
];

/** What is weighed there is the code: young objects have room, so that no garbage collection falls into a long text alone. */
const GROWTH = ['test/**/growth.test.ts'];
const ROOMY = ['--min-semi-space-size=256', '--max-semi-space-size=256'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'growth', include: GROWTH, execArgv: ROOMY } },
      // No module mocks, no state of their own: these files share a worker, which spares some seventy starts of one.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ALONE, ...GROWTH],
          isolate: false,
        },
      },
    ],
  },
});
