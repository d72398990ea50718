import type { App, Settings } from '../app.ts';
import { USUAL_TEXT_DAYS } from '../articles/retention.ts';
import { parseTimeZone, suggestTimeZone } from '../digests/time-zones.ts';
import { isProblem, type Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import { muteWords, readMuteWords } from '../topics/mute-words.ts';
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
