// Time zones as people write them: an IANA name is taken, anything else gets a suggestion.

/** What people write for their zone, and a city that keeps its time in summer as well. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  met: 'Europe/Berlin',
  wet: 'Europe/Lisbon',
  west: 'Europe/Lisbon',
  eet: 'Europe/Athens',
  eest: 'Europe/Athens',
  bst: 'Europe/London',
  msk: 'Europe/Moscow',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  est5edt: 'America/New_York',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  cst6cdt: 'America/Chicago',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  mst7mdt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pst8pdt: 'America/Los_Angeles',
  hst: 'Pacific/Honolulu',
  brt: 'America/Sao_Paulo',
  ist: 'Asia/Kolkata',
  ict: 'Asia/Ho_Chi_Minh',
  hkt: 'Asia/Hong_Kong',
  sgt: 'Asia/Singapore',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  awst: 'Australia/Perth',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
};

const UNIVERSAL = new Set(['utc', 'gmt', 'z', 'zulu', 'etc/utc', 'etc/gmt']);

/** The zone's name as Intl takes it. */
export function parseTimeZone(text: string): string | undefined {
  const typed = text.trim().replaceAll(' ', '_');
  if (UNIVERSAL.has(typed.toLowerCase())) return 'UTC';
  // "CET" and "EST" are names too, but not what those who write them mean in summer.
  if (!typed.includes('/')) return undefined;
  const listed = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === typed.toLowerCase());
  return listed ?? (isKnown(typed) ? typed : undefined);
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zone that was probably meant. */
export function suggestTimeZone(text: string): string | undefined {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/g, '_');
  if (typed === '') return undefined;
  const city = typed.split('/').at(-1) as string;
  const zones = Intl.supportedValuesOf('timeZone');
  const cityOf = (zone: string) => (zone.split('/').at(-1) as string).toLowerCase();
  return (
    ABBREVIATIONS[typed] ??
    zones.find((zone) => cityOf(zone) === city) ??
    (city.length >= 3 ? zones.find((zone) => cityOf(zone).startsWith(city)) : undefined) ??
    (city.length >= 4 ? nearest(city, zones, cityOf) : undefined)
  );
}

function nearest(city: string, zones: readonly string[], cityOf: (zone: string) => string): string | undefined {
  const near = zones
    .map((zone) => ({ zone, edits: editsBetween(cityOf(zone), city) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near !== undefined && near.edits <= 2 ? near.zone : undefined;
}

/** Levenshtein's distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
