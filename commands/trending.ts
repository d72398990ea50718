import type { Command } from '../src/discord/command.ts';
import { askingCommand, textOption } from '../src/discord/command-data.ts';
import { chartOf, renderTrending } from '../src/discord/render/trending.ts';
import { isProblem } from '../src/errors.ts';
import { TREND_SPANS, type TrendSince } from '../src/trends/trend.ts';

export const trending: Command = {
  data: askingCommand('trending', [
    textOption('since', { choices: Object.keys(TREND_SPANS) }),
    textOption('topic', { autocomplete: true, max: 100 }),
  ]),
  manages: false,
  private: false,

  async execute({ options, scope, words }, app) {
    const since = (options.string('since') ?? '24h') as TrendSince;
    const topic = options.string('topic');
    const answer = await app.trending({ scope, since, topic });
    if (isProblem(answer)) return answer;
    const chart = chartOf(answer, words);
    return renderTrending(answer, words, chart && (await app.picture(chart)));
  },

  complete: ({ owner, typed }, app) => app.complete.topics(owner, typed),
};
