// A query as one language sees it: its words are the analyser's terms in it, stop words say nothing and fall out, and a
// wish for a language is granted or not.

import { sameLanguage } from './match.ts';
import { type Code, type Condition, makeCode, makeList, OP, opOf, partsOf } from './programs.ts';

/** `undefined`: says nothing in this language. */
export type Translated = Code | boolean | undefined;

export interface Translation {
  readonly lang: string | undefined;
  readonly runOf: (text: number) => readonly number[];
  readonly leaves: readonly Condition[];
}

export function translate(codes: Int32Array, at: number, to: Translation): Translated {
  const op = opOf(codes[at]!);
  switch (op) {
    case OP.term:
    case OP.title:
      return translateText(to.runOf(codes[at + 1]!), op === OP.title);
    case OP.leaf: {
      const leaf = to.leaves[codes[at + 1]!]!;
      return leaf.kind === 'lang' ? sameLanguage(to.lang, leaf.value) : makeCode(OP.leaf, [codes[at + 1]!]);
    }
    case OP.not: {
      const part = translate(codes, at + 1, to);
      if (typeof part === 'object') return makeCode(OP.not, part);
      return part === undefined ? undefined : !part;
    }
    default:
      return translateList(
        op === OP.and,
        partsOf(codes, at).map((part) => translate(codes, part, to)),
      );
  }
}

function translateText(run: readonly number[], isTitle: boolean): Translated {
  if (run.length === 0) return undefined;
  if (run.length === 1) return makeCode(isTitle ? OP.title : OP.term, run);
  return makeCode(isTitle ? OP.titleRun : OP.run, run);
}

function translateList(isAnd: boolean, parts: readonly Translated[]): Translated {
  // One "no" settles a list of which all must hold, one "yes" the other kind.
  if (parts.includes(!isAnd)) return !isAnd;
  const open = parts.filter((part) => typeof part === 'object');
  if (open.length > 0) return makeList(isAnd ? OP.and : OP.or, open);
  return parts.includes(isAnd) ? isAnd : undefined;
}
