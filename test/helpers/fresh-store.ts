import { onTestFinished } from 'vitest';
import type { Store } from '../../src/store/contract.ts';
import { openStore } from '../../src/store/open.ts';

/** An empty store in memory, closed when the test is over. */
export async function freshStore(): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  return store;
}
