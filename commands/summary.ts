import type { App } from '../src/app.ts';
import type { Ask, Command, Pressed, Reply } from '../src/discord/command.ts';
import { askingCommand, textOption, yesOption } from '../src/discord/command-data.ts';
import { argsOf } from '../src/discord/custom-id.ts';
import { renderNews } from '../src/discord/render/news.ts';
import { renderPutBack, renderTakenOut } from '../src/discord/render/story-change.ts';
import { renderCited, renderSummary } from '../src/discord/render/summary.ts';
import { renderTimeline } from '../src/discord/render/timeline.ts';
import { isProblem } from '../src/errors.ts';
import { LENGTHS, type Length } from '../src/summaries/summary.ts';

export const summary: Command = {
  data: askingCommand('summary', [
    textOption('of', { required: true, autocomplete: true, max: 2000 }),
    textOption('length', { choices: LENGTHS }),
    yesOption('private'),
  ]),
  manages: false,
  private: false,

  async execute(ask: Ask, app: App): Promise<Reply> {
    const of = ask.options.string('of') ?? '';
    const length = (ask.options.string('length') ?? 'normal') as Length;
    const answer = await app.summary({ scope: ask.scope, of, length, person: ask.userId });
    return isProblem(answer) ? answer : renderSummary(answer, ask.words, { private: ask.private });
  },

  complete: (typing, app) => app.complete.stories(typing.scope, typing.typed),

  presses: {
    /** Shorter, Longer. */
    summary: {
      to: 'update',
      async answer(pressed, app) {
        const answer = await again(pressed, app);
        return isProblem(answer) ? answer : renderSummary(answer, pressed.words, { private: pressed.private });
      },
    },
    share: {
      to: 'share',
      async answer(pressed, app) {
        const answer = await again(pressed, app);
        if (isProblem(answer)) return answer;
        return renderSummary(answer, pressed.words, { private: false, sharedBy: `<@${pressed.userId}>` });
      },
    },
    /** Sources: all of them. */
    cited: {
      to: 'reply',
      async answer(pressed, app) {
        const [of = '', page] = argsOf(pressed.customId, 2);
        const answer = await app.summary({ scope: pressed.scope, of, length: 'normal' });
        if (isProblem(answer)) return expiredIf(answer);
        return renderCited(answer, pressed.words, { mayManage: pressed.mayManage, page: Number(page) });
      },
    },
    /** New since you last looked. */
    news: {
      to: 'reply',
      async answer({ customId, scope, userId, words }, app) {
        const [of = ''] = argsOf(customId, 1);
        const answer = await app.news({ scope, of, person: userId });
        return isProblem(answer) ? answer : renderNews(answer, words);
      },
    },
    timeline: {
      to: 'reply',
      async answer({ customId, scope, words }, app) {
        const [of = ''] = argsOf(customId, 1);
        const answer = await app.timeline({ scope, of });
        return isProblem(answer) ? answer : renderTimeline(answer, words);
      },
    },
    /** Not the same story. */
    'take-out': {
      to: 'update',
      manages: true,
      async answer({ values: [article = ''], owner, words }, app) {
        const change = await app.stories.takeOut({ owner, article });
        return isProblem(change) ? change : renderTakenOut(change, words);
      },
    },
    /** Undo, or chosen from what was taken out. */
    'put-back': {
      to: 'update',
      manages: true,
      async answer({ values, customId, owner, words }, app) {
        const change = await app.stories.putBack({ owner, article: values[0] ?? argsOf(customId, 1)[0] ?? '' });
        return isProblem(change) ? change : renderPutBack(change, words);
      },
    },
    /** A story or article chosen from a list. */
    pick: {
      to: 'reply',
      async answer(pressed, app) {
        const answer = await app.summary({
          scope: pressed.scope,
          of: pressed.values[0] ?? '',
          length: 'normal',
          person: pressed.userId,
        });
        return isProblem(answer) ? expiredIf(answer) : renderSummary(answer, pressed.words, { private: true });
      },
    },
  },
};

async function again(pressed: Pressed, app: App) {
  const [length = '', of = ''] = argsOf(pressed.customId, 2);
  const known = LENGTHS.find((one) => one === length);
  if (known === undefined) return { problem: 'expired' } as const;
  const answer = await app.summary({ scope: pressed.scope, of, length: known, person: pressed.userId, isOn: true });
  return isProblem(answer) ? expiredIf(answer) : answer;
}

/** The words that are searched for are a ref that nobody typed: what it led to is gone. */
function expiredIf<P extends { readonly problem: string }>(problem: P) {
  return problem.problem === 'nothing-found' ? ({ problem: 'expired' } as const) : problem;
}
