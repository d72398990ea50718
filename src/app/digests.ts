import type { App, DigestLine, DigestOf } from '../app.ts';
import { createDigest } from '../digests/create-digest.ts';
import type { Digest } from '../digests/digest.ts';
import { findDigest } from '../digests/find-digest.ts';
import { nextRun } from '../digests/next-run.ts';
import { isProblem, type Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import type { AppDeps } from './create-app.ts';

const HISTORY = 10;

export function digestUses(deps: AppDeps): App['digests'] {
  const { store, now } = deps;
  const find = async ({ owner, digest }: DigestOf): Promise<Digest | Problem> =>
    findDigest(await store.digests.list(owner), digest);
  const change = async (ask: DigestOf, toChange: (digest: Digest) => Partial<Digest>): Promise<Digest | Problem> => {
    const digest = await find(ask);
    if (isProblem(digest)) return digest;
    const changed = toChange(digest);
    await store.digests.update(ask.owner, digest.id, changed);
    return { ...digest, ...changed };
  };
  return {
    create: async (ask) => createDigest(ask, { store, now }),
    list: async (owner) => listDigests(deps, owner),
    preview: async (ask) => {
      const digest = await find(ask);
      return isProblem(digest) ? digest : deps.previewDigest(digest);
    },
    run: async (ask) => {
      const digest = await find(ask);
      if (isProblem(digest)) return digest;
      const at = now();
      await store.runs.open({
        digestId: digest.id,
        key: `manual-${at}`,
        dueAt: at,
        late: false,
        nextDueAt: digest.dueAt,
      });
      deps.wake();
      return digest;
    },
    pause: async (ask) => change(ask, () => ({ paused: true, dueAt: undefined })),
    resume: async (ask) => change(ask, ({ schedule }) => ({ paused: false, dueAt: nextRun(schedule, now())?.at })),
    remove: async (ask) => {
      const digest = await find(ask);
      if (!isProblem(digest)) await store.digests.remove(ask.owner, digest.id);
      return digest;
    },
    history: async (ask) => {
      const digest = await find(ask);
      return isProblem(digest) ? digest : { digest, runs: await store.runs.history(digest.id, HISTORY) };
    },
  };
}

export async function listDigests({ store }: AppDeps, owner: Owner): Promise<readonly DigestLine[]> {
  const names = new Map((await store.topics.list(owner)).map(({ id, name }) => [id, name]));
  return (await store.digests.list(owner)).map((digest) => ({
    digest,
    topicNames: digest.topics.flatMap((id) => names.get(id) ?? []),
  }));
}
