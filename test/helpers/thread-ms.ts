/** Milliseconds of the thread's own processor time: a busy machine must not look like quadratic code. It ticks every few. */
export function threadMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
