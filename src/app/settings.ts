import type { App, Settings } from '../app.ts';
import { parseTimeZone, suggestTimeZone } from '../digests/time-zones.ts';
import type { Problem } from '../errors.ts';
import type { Store } from '../store/contract.ts';

type Ask = Parameters<App['saveSettings']>[0];

export async function saveSettings(
  { owner, settings }: Ask,
  { guilds }: Pick<Store, 'guilds'>,
): Promise<Settings | Problem> {
  const typed = settings.timezone.trim();
  const timezone = parseTimeZone(typed);
  if (timezone === undefined) return { problem: 'bad-time-zone', input: typed, suggestion: suggestTimeZone(typed) };
  const saved = { ...settings, timezone };
  await guilds.saveSettings(owner, saved);
  return saved;
}
