/** Thousands of texts take seconds: others get their turn after so long. */
const TURN_MS = 8;

/** Works through all of them, or until one answers false. */
export async function takeTurns<T>(all: readonly T[], work: (one: T) => unknown): Promise<void> {
  let turn = performance.now();
  for (const one of all) {
    if (work(one) === false) return;
    if (performance.now() - turn < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  }
}
