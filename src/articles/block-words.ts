// What the words of a block say of it, as numbers: families of words that furniture uses in many languages, the case of
// its letters, and how much of it stands elsewhere on the page, too.

import type { PageBlock } from './page-blocks.ts';

/** Each gives the share of a block's words that it matches, as far as whole texts hold such words, too. */
const FAMILIES: readonly RegExp[] = [
  // Networks and players.
  /\b(?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|pinterest|tiktok|snapchat|reddit|mastodon|bluesky|podcasts?|spotify|app store|google play|google news)\b|вконтакте|телеграм/gi,
  // Letters and accounts.
  /newsletter|subscri|sign(?:ing)? up|\binbox|e-?mail|\blog ?in\b|register|membership|abonn|anmeld|registrier|inscri|suscri|bolet[ií]n|assin|cadastr|рассыл|подпи|đăng ký|bản tin|登録|メルマガ|会員/giu,
  // Where to read on.
  /\b(?:read (?:more|also|next|the full)|more (?:on|from|about|info)|see also|also read|related|recommended|you may|don't miss|watch:|listen:|mehr zum|lesen sie|weiterlesen|siehe auch|auch interessant|lire aussi|à lire|en savoir plus|leia (?:mais|também)|saiba mais|veja|lee también|leer más|te puede|xem thêm|đọc thêm)\b|читайте|смотрите также|по теме|関連|あわせて/giu,
  // Whose it is.
  /copyright|©|\(c\)|rights reserved|alle rechte|tous droits|todos los derechos|todos os direitos|все права|bản quyền|permission|licen[cs]e|terms of|privacy|datenschutz/giu,
  // Whose the picture is.
  /\b(?:photos?|fotos?|images?|pictures?|bild(?:er)?|photograph\w*|credits?|cr[ée]dits?|quelle|source|courtesy|getty|shutterstock|istock|unsplash|pixabay|reuters|afp|dpa|epa|ap|screenshot|file|illustration|graphic|caption)\b|фото|снимок|写真|画像|ảnh/giu,
  // Who had a hand in it.
  /contribut\w+ to|report(?:ed|ing) by|edit(?:ed|ing) by|written by|(?:originally|first|previously) (?:published|appeared)|\bcorrespondent|\bjournalist|\beditor|\bauthor|\bfreelance|\bis an? \w+ (?:writer|reporter)|redakteur|\bautor|journaliste|periodista|автор|редактор|tác giả|著者|筆者/giu,
  // What to do.
  /\b(?:click|tap|download|buy|order|shop|visit|follow|share|tweet|like|join|donate|support|watch|listen|view|check out|contact|klick\w*|hier|jetzt|folgen|teilen|kaufen|bestellen|cliquez|suivez|partagez|clique|siga|compartilhe|haga|sigue|comparte|here|now|free)\b|нажмите|поделит|скачать|クリック|ダウンロード/giu,
  // You and us.
  /\b(?:you|your|yours|us|our|we|sie|ihr|ihre[nmrs]?|uns|unsere?[nmrs]?|vous|votre|vos|nous|notre|nos|você|seu|sua|nosso|nossa|usted|tu|tus|nuestr[oa]s?)\b|\b(?:вы|вас|вам|ваш|наш|мы|нас)/giu,
  // Comments.
  /comment|\breply|\breplies|kommentar|antwort|comentário|comentario|respuesta|комментари|ответить|bình luận|コメント/giu,
];

const MAX_READ = 600;

export function describeWords({ text, isItalic, isAfterPicture }: PageBlock): number[] {
  const read = text.slice(0, MAX_READ);
  const words = Math.sqrt(read.split(' ').length);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  const capitals = read.match(/\p{Lu}/gu)?.length ?? 0;
  return [
    ...FAMILIES.map((family) => (read.match(family)?.length ?? 0) / words),
    capitals / Math.max(1, letters),
    /^[–—-]/.test(text) ? 1 : /^[[(]/.test(text) ? 2 : 0,
    /[\])]$/.test(text) ? 1 : 0,
    /(?:^|[\s(])@\w{2,}/.test(read) ? 1 : /(?:^|\s)#\p{L}/u.test(read) ? 2 : 0,
    Number(isItalic),
    Number(isAfterPicture),
  ];
}

const RUN = 5;
const MAX_WORDS = 300_000;

/** For each block: the shares of its runs of words that stand in an earlier and in a later block, and how often it stands whole. */
export function describeCopies(blocks: readonly PageBlock[]): number[][] {
  const runs = listRuns(blocks);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  const whole = new Map<string, number>();
  for (const [at, own] of runs.entries()) {
    for (const run of own) {
      if (!first.has(run)) first.set(run, at);
      last.set(run, at);
    }
    const { text } = blocks[at]!;
    whole.set(text, (whole.get(text) ?? 0) + 1);
  }
  return runs.map((own, at) => {
    let [before, after] = [0, 0];
    for (const run of own) {
      if (first.get(run)! < at) before++;
      if (last.get(run)! > at) after++;
    }
    const all = Math.max(1, own.length);
    return [before / all, after / all, Math.min(20, whole.get(blocks[at]!.text)!)];
  });
}

/** Runs of five words as numbers; a block of fewer words is one run. */
function listRuns(blocks: readonly PageBlock[]): number[][] {
  let words = 0;
  return blocks.map(({ text }) => {
    const hashes = words > MAX_WORDS ? [] : text.split(' ').map(hashWord);
    words += hashes.length;
    if (hashes.length < RUN) return [hashes.reduce(mix, 17)];
    return hashes.slice(RUN - 1).map((_, at) => hashes.slice(at, at + RUN).reduce(mix, 0));
  });
}

function hashWord(word: string): number {
  let hash = 7;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash;
}

function mix(sum: number, hash: number): number {
  return (Math.imul(sum, 16_777_619) ^ hash) | 0;
}
