// What can be called with a slash: commands, and the subcommands of those that have them.
import { store } from './api.js';

const SUBCOMMAND = 1;
const GROUP = 2;

export function callables() {
  return store.commands.filter((command) => command.type === 1).flatMap((command) => expand(command, []));
}

function expand(command, before) {
  const path = [...before, command.name];
  const nested = (command.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (nested.length > 0) return nested.flatMap((option) => expand(option, path));
  return [{ name: path.join(' '), description: command.description, options: command.options ?? [] }];
}

/**
 * Reads `/topic name:berlin since:24h`. `complete` says that the command's name is finished by a space, so that the
 * composer can turn to its options. A value runs to the next `word:` of an option.
 */
export function readCommandLine(text) {
  const line = text.replace(/^\//, '');
  const callable = callables()
    .filter((one) => line === one.name || line.startsWith(`${one.name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!callable) return undefined;
  const rest = line.slice(callable.name.length);
  return { callable, complete: rest.startsWith(' '), values: readValues(rest, callable.options) };
}

function readValues(text, options) {
  const names = options.map((option) => option.name).join('|');
  if (names === '' || text.trim() === '') return {};
  const parts = [...text.matchAll(new RegExp(`(?:^|\\s)(${names}):\\s*`, 'g'))];
  return Object.fromEntries(
    parts.map((part, index) => [
      part[1],
      text.slice(part.index + part[0].length, parts[index + 1]?.index ?? text.length).trim(),
    ]),
  );
}
