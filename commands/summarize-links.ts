import type { App } from '../src/app.ts';
import type { Asker, Command, Reply } from '../src/discord/command.ts';
import { messageMenu } from '../src/discord/command-data.ts';
import { linksIn, renderLinks } from '../src/discord/render/links.ts';
import { renderNote } from '../src/discord/render/note.ts';
import { renderSummary } from '../src/discord/render/summary.ts';
import { isProblem } from '../src/errors.ts';

/** Characters of a message that is worth a summary itself. */
const ENOUGH = 600;

export const summarizeLinks: Command = {
  data: messageMenu('links'),
  manages: false,
  private: true,

  async execute(ask, app) {
    const [first, ...more] = linksIn(ask.target ?? '');
    const text = ask.target ?? '';
    // What was written is then what there is to read.
    if (first === undefined && text.length >= ENOUGH) return summarize(await app.keepText(text), ask, app);
    if (first === undefined) return renderNote(ask.words.say('links.none'));
    return more.length === 0 ? summarize(first, ask, app) : renderLinks([first, ...more], ask.words);
  },

  presses: {
    /** The addresses stand in the message itself; the select holds their places, as an address may be too long for it. */
    link: {
      to: 'reply',
      async answer(pressed, app) {
        const chosen = linksIn(pressed.text)[Number(pressed.values[0])];
        return chosen === undefined ? { problem: 'expired' } : summarize(chosen, pressed, app);
      },
    },
  },
};

async function summarize(of: string, asker: Asker, app: App): Promise<Reply> {
  const answer = await app.summary({ scope: asker.scope, of, length: 'normal' });
  return isProblem(answer) ? answer : renderSummary(answer, asker.words, { private: asker.private });
}
