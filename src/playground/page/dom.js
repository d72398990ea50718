// Builds elements; text is always text, never markup.

/** `h('button', { class: 'x', onclick }, 'Save', child)`; null children are left out. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'html') element.innerHTML = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A letter or two on a colour of its own, for everything that has no picture. */
export function avatar(id, name, size = 40) {
  const letters = (name ?? '?')
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 2);
  const element = h('span', { class: 'avatar', 'aria-hidden': 'true' }, letters);
  // Neighbouring ids get colours that are far apart.
  const hue = (Number(BigInt(id) % 9973n) * 137) % 360;
  element.style.setProperty('--hue', hue);
  element.style.setProperty('--size', `${size}px`);
  return element;
}

export function colorOf(number) {
  return `#${number.toString(16).padStart(6, '0')}`;
}

/** Drawn, so that they look the same on a machine without emoji. */
const PATHS = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  megaphone: 'M4 10v4h3l9 5V5L7 10zM19 9a4 4 0 0 1 0 6M8 14l1 6h3',
  forum: 'M4 5h12v8H9l-4 3v-3H4zM19 9h2v9h-1v3l-4-3h-6',
  thread: 'M6 4v9a3 3 0 0 0 3 3h10M15 12l4 4-4 4',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  silent: 'M7 15V10a5 5 0 0 1 9-3M17 12v4H8M10 20h4M4 3l17 18',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  out: 'M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9',
};

export function icon(name, size = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon ${size}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
