// Keeps the stand-in's world in one JSON file, so that a chat survives a restart.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from './clock.ts';
import type { Core } from './core.ts';
import type { Channel, Command, Guild, Person, StoredMessage, User } from './records.ts';
import { compareSnowflakes, snowflakes } from './snowflake.ts';
import type { StoredFile, World } from './world.ts';

const VERSION = 1;

/** Changes are gathered this long before they are written. */
const DELAY_MS = 500;

/** Older files are forgotten: their messages show a broken picture rather than the file growing without end. */
const KEPT_FILES = 200;

interface Saved {
  readonly version: number;
  readonly lastId: string;
  readonly bot: User;
  readonly guilds: readonly Guild[];
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
  readonly commands: readonly Command[];
  readonly messages: readonly (readonly [string, StoredMessage[]])[];
  readonly files: readonly (Omit<StoredFile, 'bytes'> & { readonly id: string; readonly base64: string })[];
  readonly installedBy: readonly string[];
}

/** The world in the file; undefined when there is none, or one of another version. */
export async function readState(path: string, clock: Clock): Promise<World | undefined> {
  const saved = await readSaved(path);
  if (saved?.version !== VERSION) return undefined;
  const byId = <T extends { readonly id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));
  return {
    clock,
    makeId: snowflakes(() => clock.now(), saved.lastId),
    bot: saved.bot,
    guilds: byId(saved.guilds),
    channels: byId(saved.channels),
    people: byId(saved.people),
    commands: byId(saved.commands),
    messages: new Map(saved.messages),
    files: new Map(
      saved.files.map(({ id, filename, contentType, base64 }) => [
        id,
        { filename, contentType, bytes: new Uint8Array(Buffer.from(base64, 'base64')) },
      ]),
    ),
    installedBy: new Set(saved.installedBy),
  };
}

async function readSaved(path: string): Promise<Saved | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Saved;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Interactions are not kept: after a restart their tokens are worth nothing, as a bot has to expect anyway. */
function toSaved(world: World): Saved {
  const messages = [...world.messages].map(([id, all]) => [id, all.filter((one) => !one.visibleTo)] as const);
  const files = [...world.files].slice(-KEPT_FILES);
  const ids = [
    ...world.channels.keys(),
    ...world.files.keys(),
    ...messages.flatMap(([, all]) => all.map((one) => one.api.id)),
  ];
  return {
    version: VERSION,
    lastId: ids.sort(compareSnowflakes).at(-1) ?? '0',
    bot: world.bot,
    guilds: [...world.guilds.values()],
    channels: [...world.channels.values()],
    people: [...world.people.values()],
    commands: [...world.commands.values()],
    messages,
    files: files.map(([id, { filename, contentType, bytes }]) => ({
      id,
      filename,
      contentType,
      base64: Buffer.from(bytes).toString('base64'),
    })),
    installedBy: [...world.installedBy],
  };
}

export interface Keeper {
  save(): Promise<void>;
  stop(): Promise<void>;
}

export function keepState(core: Core, path: string): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(() => writeState(core.world, path));
    return writing;
  };
  const quietly = () => {
    save().catch((error: unknown) => console.error(`The playground's state could not be written to ${path}:`, error));
  };
  const stopListening = core.changes.listen(() => {
    timer ??= setTimeout(quietly, DELAY_MS).unref();
  });
  return {
    save,
    async stop() {
      stopListening();
      await save();
    },
  };
}

/** Whole or not at all: written beside it, then renamed. */
async function writeState(world: World, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  await writeFile(beside, JSON.stringify(toSaved(world)), { mode: 0o600 });
  await rename(beside, path);
}
