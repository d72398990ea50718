// Decides which addresses may be reached: public ones, and those private ones that the operator named in FETCH_ALLOW.

import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { OperatorError } from '../errors.ts';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** One entry of FETCH_ALLOW. `port` undefined means every port. */
type AllowRule =
  | { readonly kind: 'host'; readonly host: string; readonly port: string | undefined }
  | { readonly kind: 'range'; readonly range: Range };

export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

export interface Guard {
  /** Whether the operator named this host and port, as they stand in the address. */
  readonly names: (url: URL) => boolean;
  /** Whether the host is an address, in whatever spelling, that may not be reached. Other names are judged when they are resolved. */
  readonly refuses: (url: URL) => boolean;
  readonly connect: buildConnector.connector;
}

export function createGuard(allow: readonly string[]): Guard {
  const rules = allow.map(parseRule);
  const rulePorts = new Set(rules.flatMap((rule) => (rule.kind === 'host' && rule.port ? [rule.port] : [])));
  const connectors = new Map<string, buildConnector.connector>();

  const names = (url: URL) => namedBy(rules, bareHost(url.hostname), effectivePort(url.protocol, url.port));
  const permits = (address: string, port: string) => isPublic(address) || addressAllowed(rules, address, port);
  const refuses = (url: URL) => {
    const host = bareHost(url.hostname);
    const port = effectivePort(url.protocol, url.port);
    if (namedBy(rules, host, port)) return false;
    return ipaddr.isValid(host) ? !permits(host, port) : isLocalName(host) && rules.length === 0;
  };

  /** One connector (it keeps TLS sessions) for each port that a rule speaks of, and one for all other ports. */
  const connectorFor = (port: string, named: boolean) => {
    const key = `${named}:${rulePorts.has(port) ? port : '*'}`;
    const known = connectors.get(key);
    if (known) return known;
    const check = named ? () => true : (address: string) => permits(address, port);
    const made = buildConnector({ timeout: 15_000, lookup: guardedLookup(check) } as buildConnector.BuildOptions);
    connectors.set(key, made);
    return made;
  };

  const connect: buildConnector.connector = (options, callback) => {
    const host = bareHost(options.hostname);
    const port = effectivePort(options.protocol, options.port);
    const named = namedBy(rules, host, port);
    // `lookup` is never asked for literal addresses, so they are judged here.
    if (ipaddr.isValid(host) && !named && !permits(host, port)) {
      callback(new PrivateAddressError(host), null);
      return;
    }
    connectorFor(port, named)(options, callback);
  };
  return { names, refuses, connect };
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function guardedLookup(permits: (address: string) => boolean) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      // Every address must pass: a name with one private address among public ones is an attempt to slip in.
      if (addresses.length === 0 || !addresses.every(({ address }) => permits(address))) {
        return callback(new PrivateAddressError(hostname), []);
      }
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

/** Names that never mean a public host; behind a proxy nothing else would stop them. RFC 6761 §6.3. */
function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}

/** `process` unwraps IPv4 in IPv6; every range with a name (loopback, private, link-local, NAT64, documentation, …) is not public. */
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function addressAllowed(rules: readonly AllowRule[], address: string, port: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return rules.some((rule) => {
    if (rule.kind === 'range') return rule.range[0].kind() === parsed.kind() && parsed.match(rule.range);
    if (rule.port !== undefined && rule.port !== port) return false;
    return ipaddr.isValid(rule.host) && ipaddr.process(rule.host).toString() === parsed.toString();
  });
}

function namedBy(rules: readonly AllowRule[], host: string, port: string): boolean {
  return rules.some((rule) => {
    if (rule.kind === 'range') return addressAllowed([rule], host, port);
    return rule.host === host && (rule.port === undefined || rule.port === port);
  });
}

function parseRule(text: string): AllowRule {
  const entry = text.trim().toLowerCase();
  if (entry.includes('/')) {
    try {
      return { kind: 'range', range: ipaddr.parseCIDR(entry) };
    } catch {
      throw new OperatorError(`FETCH_ALLOW: "${text}" is not an address range like 10.0.0.0/8.`);
    }
  }
  const match = /^(.+):(\*|\d{1,5})$/.exec(entry);
  if (!match) throw new OperatorError(`FETCH_ALLOW: "${text}" is not host:port, host:* or an address range.`);
  return { kind: 'host', host: bareHost(match[1]!), port: match[2] === '*' ? undefined : match[2] };
}

function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

function effectivePort(protocol: string, port: string): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
