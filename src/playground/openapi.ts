// Checks request bodies against Discord's OpenAPI document, read the way Discord means it.
import type { Fault } from './api-error.ts';
import type { Route } from './core.ts';

/** The parsed document, as far as it matters here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

export type CheckBody = (route: Route, body: unknown) => Fault[];

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
}

interface AjvError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly message?: string;
}

/** The document is taken at its word, and not optimizing what runs a few hundred times halves the time to start. */
const OPTIONS = {
  strict: false,
  validateSchema: false,
  allErrors: true,
  validateFormats: false,
  inlineRefs: false,
  code: { optimize: false },
};

const known = new WeakMap<OpenApi, Promise<CheckBody>>();

/** Made once for a document: compiling its schemas is what takes time. */
export function openApiCheck(document: OpenApi): Promise<CheckBody> {
  const made = known.get(document) ?? makeCheck(document);
  known.set(document, made);
  return made;
}

/** Loads ajv, a development dependency, only here: without the document nothing needs it. */
async function makeCheck(document: OpenApi): Promise<CheckBody> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020(OPTIONS);
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, readAsDiscord(schema)]),
  );
  ajv.addSchema({ $id: 'discord', components: { schemas } });
  const compiled = new Map<string, ((body: unknown) => readonly AjvError[]) | undefined>();
  const compile = (route: Route) => {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()] as Operation | undefined;
    const schema = operation?.requestBody?.content?.['application/json']?.schema;
    if (schema === undefined) return undefined;
    const validate = ajv.compile(absoluteRefs(readAsDiscord(schema)) as object);
    return (body: unknown) => (validate(body) ? [] : ((validate.errors ?? []) as readonly AjvError[]));
  };
  return (route, body) => {
    const key = `${route.method} ${route.path}`;
    if (!compiled.has(key)) compiled.set(key, compile(route));
    return toFaults(compiled.get(key)?.(body) ?? [], body);
  };
}

type Json = Record<string, unknown>;

/** Schemas outside the components refer into them. */
function absoluteRefs(value: unknown): unknown {
  return mapSchema(value, (schema) =>
    typeof schema.$ref === 'string' ? { ...schema, $ref: schema.$ref.replace(/^#/, 'discord#') } : schema,
  );
}

/**
 * Three habits of Discord's server that the document does not express: `oneOf` is told apart by `type` and not by trying,
 * integers may come as strings of digits, and ids as numbers.
 */
function readAsDiscord(value: unknown): unknown {
  return mapSchema(value, (schema) => {
    const { oneOf, ...rest } = schema;
    const read: Json = oneOf === undefined ? { ...schema } : { ...rest, anyOf: oneOf };
    const types = read.type === undefined ? [] : [read.type].flat();
    if (types.includes('integer') && read.enum === undefined && !types.includes('string')) {
      Object.assign(read, { type: [...types, 'string'], pattern: '^-?[0-9]+$' });
    }
    if (read.format === 'snowflake') Object.assign(read, { type: ['string', 'integer'] });
    return read;
  });
}

function mapSchema(value: unknown, change: (schema: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((one) => mapSchema(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapSchema(one, change)]));
  return change(inner);
}

function toFaults(errors: readonly AjvError[], body: unknown): Fault[] {
  const telling = errors.filter((error) => error.keyword !== 'anyOf');
  const fitting = telling.filter((error) => !isOtherBranch(error, telling));
  const chosen = fitting.length > 0 ? fitting : errors;
  return chosen.slice(0, 20).map((error) => ({
    path: pathIn(error.instancePath),
    code: `OPENAPI_${error.keyword.toUpperCase()}`,
    message: `${error.message ?? 'does not fit'} (got ${JSON.stringify(valueAt(body, pathIn(error.instancePath)))?.slice(0, 80)})`,
  }));
}

/** A branch of a union whose `type` is another one says nothing about this value. */
function isOtherBranch(error: AjvError, all: readonly AjvError[]): boolean {
  const schema = /^(.*?\/components\/schemas\/[^/]+)\//.exec(error.schemaPath)?.[1];
  return all.some((other) => {
    const isType = other.instancePath.endsWith('/type') && other.schemaPath.startsWith(`${schema}/properties/type/`);
    const place = other.instancePath.slice(0, -'/type'.length);
    return isType && (error.instancePath === place || error.instancePath.startsWith(`${place}/`));
  });
}

function pathIn(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], body);
}
