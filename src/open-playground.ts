export async function openPlayground(_: unknown): Promise<{ stop: () => Promise<void> }> {
  throw new Error('not yet');
}
