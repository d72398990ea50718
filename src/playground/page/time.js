// Times as Discord shows them.

const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

export function shownTime(at, style) {
  return new Date(at).toLocaleString(undefined, STYLES[style] ?? STYLES.f);
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

export function relativeTime(at) {
  const seconds = Math.round((at - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** Beside a message: the time alone today, with the day before that. */
export function messageTime(at) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? shownTime(at, 't') : `${shownTime(at, 'd')}, ${shownTime(at, 't')}`;
}

export function refreshStamps() {
  for (const element of document.querySelectorAll('time.stamp[data-style="R"]')) {
    element.textContent = relativeTime(Number(element.dataset.at) * 1000);
  }
}
