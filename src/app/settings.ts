import type { App, Settings } from '../app.ts';
import { USUAL_TEXT_DAYS } from '../articles/retention.ts';
import { parseTimeZone, suggestTimeZone } from '../digests/time-zones.ts';
import { isProblem, type Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import { muteWords, readMuteWords } from '../topics/mute-words.ts';
import { tooCommon } from '../topics/too-common.ts';
import type { AppDeps } from './create-app.ts';

export function settingUses(deps: AppDeps): Pick<App, 'settings' | 'saveSettings'> {
  return {
    settings: async (owner) => readSettings(owner, deps),
    saveSettings: async (ask) => saveSettings(ask, deps),
  };
}

async function readSettings(owner: Owner, { store }: AppDeps): Promise<Settings> {
  return { ...(await store.guilds.settings(owner)), muted: (await store.mutes.list(owner)).join(', ') };
}

/** All is checked before anything is saved. */
async function saveSettings(
  { owner, settings: wanted }: Parameters<App['saveSettings']>[0],
  deps: AppDeps,
): Promise<Settings | Problem> {
  const { muted, ...settings } = { ...(await readSettings(owner, deps)), ...wanted };
  const { method, textDays } = settings;
  const typed = settings.timezone.trim();
  const timezone = parseTimeZone(typed);
  if (timezone === undefined) return { problem: 'bad-time-zone', input: typed, suggestion: suggestTimeZone(typed) };
  const words = readMuteWords(muted ?? '');
  if (isProblem(words)) return words;
  const problem = wanted.muted === undefined ? undefined : await firstTooCommon(words, owner, deps);
  if (problem !== undefined) return problem;
  await deps.store.guilds.saveSettings(owner, {
    ...settings,
    timezone,
    // What is usual may change with a version: nobody is held to what it was.
    method: method === 'default' ? undefined : method,
    textDays: textDays === USUAL_TEXT_DAYS ? undefined : textDays,
  });
  await muteWords(owner, words, { ...deps, index: deps.muteIndex });
  return readSettings(owner, deps);
}

async function firstTooCommon(
  words: readonly string[],
  owner: Owner,
  { store }: AppDeps,
): Promise<Problem | undefined> {
  const languages = await store.articles.languages({ owners: [owner] });
  return words.map((word) => tooCommon(`"${word}"`, languages)).find(isProblem);
}
