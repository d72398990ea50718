// The settings of the process: environment variables, checked all at once before anything starts.

import { OperatorError } from './errors.ts';

export interface Config {
  readonly discordToken: string | undefined;
  /** Base of the REST API without the version; undefined means Discord's own. */
  readonly discordApiUrl: string | undefined;
  readonly databaseUrl: string;
  /** `host:port`, `host:*` or CIDR that may be fetched although private. */
  readonly fetchAllow: readonly string[];
  readonly contact: string;
  readonly httpsProxy: string | undefined;
  readonly httpHost: string;
  readonly httpPort: number | undefined;
  readonly playgroundPort: number;
  readonly shards: string;
  readonly roles: 'gateway' | 'worker' | 'both';
  readonly logLevel: string;
}

export const PROJECT_PAGE = 'https://github.com/broadsheet-news/broadsheet';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** What each variable means is in .env.example; a test holds the two lists together. */
export const SETTINGS = [
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'DATABASE_URL',
  'FETCH_ALLOW',
  'CONTACT',
  'HTTPS_PROXY',
  'HTTP_HOST',
  'HTTP_PORT',
  'PLAYGROUND_PORT',
  'SHARDS',
  'ROLES',
  'LOG_LEVEL',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; throws one OperatorError that lists every wrong one with what to write instead. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const check = createChecks(env, faults);
  const config: Config = {
    discordToken: check.text(
      'DISCORD_TOKEN',
      /^\S+$/,
      'the token from the Bot page of the Discord Developer Portal alone, without "Bot" before it',
    ),
    discordApiUrl: check
      .url('DISCORD_API_URL', 'an http(s) address such as http://127.0.0.1:3000/api')
      ?.replace(/\/+$/, ''),
    databaseUrl:
      check.text('DATABASE_URL', /^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'sqlite:PATH or postgres://…') ??
      'sqlite:data/state/broadsheet.db',
    fetchAllow: check.list(
      'FETCH_ALLOW',
      /^(\[[\da-f:.]+\]|[^\s/:]+):(\d{1,5}|\*)$|^[\da-f:.]+\/\d{1,3}$/i,
      'host:port, host:* or a CIDR such as 10.0.0.0/8',
    ),
    contact: check.text('CONTACT', /^\S+$/, 'an e-mail address or a URL') ?? PROJECT_PAGE,
    httpsProxy: check.url('HTTPS_PROXY', 'an http(s) address such as http://proxy:3128'),
    httpHost: check.text('HTTP_HOST', /^[\w.:-]+$/, 'an address such as 127.0.0.1 or 0.0.0.0') ?? '127.0.0.1',
    httpPort: check.port('HTTP_PORT'),
    playgroundPort: check.port('PLAYGROUND_PORT') ?? 8080,
    shards:
      check.text('SHARDS', /^(auto|\d+|\d+(-\d+)?\/\d+)$/, 'auto, a count such as 2, or a range such as 0-3/16') ??
      'auto',
    roles: (check.text('ROLES', /^(gateway|worker|both)$/, 'gateway, worker or both') ?? 'both') as Config['roles'],
    logLevel:
      check.text('LOG_LEVEL', new RegExp(`^(${LOG_LEVELS.join('|')})$`), `one of ${LOG_LEVELS.join(', ')}`) ?? 'info',
  };
  if (faults.length > 0) throw new OperatorError(faults.join('\n'));
  return config;
}

function createChecks(env: Environment, faults: string[]) {
  const fault = (name: string, value: string, wanted: string): undefined => {
    const shown = name === 'DISCORD_TOKEN' ? 'the value given (not shown)' : JSON.stringify(value);
    faults.push(`${name}: ${shown} does not fit; write ${wanted}, or leave it out.`);
  };
  const text = (name: string, pattern: RegExp, wanted: string): string | undefined => {
    const value = env[name]?.trim();
    if (value === undefined || value === '') return undefined;
    return pattern.test(value) ? value : fault(name, value, wanted);
  };
  return {
    text,
    url: (name: string, wanted: string): string | undefined => {
      const value = text(name, /./s, wanted);
      if (value === undefined) return undefined;
      return /^https?:\/\//i.test(value) && URL.canParse(value) ? value : fault(name, value, wanted);
    },
    port: (name: string): number | undefined => {
      const value = text(name, /./s, '');
      if (value === undefined) return undefined;
      const port = Number(value);
      return /^\d+$/.test(value) && port <= 65_535 ? port : fault(name, value, 'a port from 0 to 65535');
    },
    list: (name: string, pattern: RegExp, wanted: string): string[] => {
      const parts = (env[name] ?? '').split(',').map((part) => part.trim());
      const given = parts.filter((part) => part !== '');
      for (const part of given) if (!pattern.test(part)) fault(name, part, wanted);
      return given;
    },
  };
}
