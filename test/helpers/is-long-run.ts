/** Whether `npm run test:long` runs, which reads every table to its end; `npm test` takes a sample of each. */
export const isLongRun = process.env.MODE === 'long';
