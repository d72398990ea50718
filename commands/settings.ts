import type { Settings } from '../src/app.ts';
import { TEXT_DAYS } from '../src/articles/retention.ts';
import type { Command, Submitted } from '../src/discord/command.ts';
import { managingCommand } from '../src/discord/command-data.ts';
import {
  moreSettingsForm,
  renderSettings,
  renderSettingsProblem,
  settingsForm,
} from '../src/discord/render/settings.ts';
import { isProblem } from '../src/errors.ts';
import { VISIBILITIES } from '../src/scope.ts';
import { METHODS } from '../src/summaries/summary.ts';
import { LOCALES, wordsFor } from '../src/words.ts';

export const settings: Command = {
  data: managingCommand('settings', {}),
  manages: true,
  private: true,

  execute: async ({ owner, words }, app) => renderSettings(await app.settings(owner), words),

  opens: { '': async ({ owner, words }, app) => settingsForm(await app.settings(owner), words) },

  presses: {
    'more-settings': {
      to: 'form',
      manages: true,
      form: async ({ owner, words }, app) => moreSettingsForm(await app.settings(owner), words),
    },
  },

  submits: {
    'more-settings': async ({ chosen, owner, words }, app) => {
      const method = METHODS.find((one) => one === chosen('method'));
      const textDays = TEXT_DAYS.find((one) => String(one) === chosen('text-days'));
      const saved = await app.saveSettings({ owner, settings: { method, textDays } });
      return isProblem(saved) ? saved : renderSettings(saved, words);
    },
    settings: async (filled, app) => {
      const wanted = settingsOf(filled);
      const missing = wanted.alertChannelId === undefined ? [] : filled.lacks(wanted.alertChannelId, {});
      if (missing.length > 0) return { problem: 'cannot-post', channelId: wanted.alertChannelId as string, missing };
      const saved = await app.saveSettings({ owner: filled.owner, settings: wanted });
      if (isProblem(saved)) return renderSettingsProblem(saved, wanted.muted ?? '', filled.words, filled.mention);
      return renderSettings(saved, saved.language === undefined ? filled.words : wordsFor(saved.language));
    },
  },
};

function settingsOf({ text, chosen }: Submitted): Settings {
  return {
    timezone: text('timezone'),
    language: LOCALES.find((one) => one === chosen('language')),
    alertChannelId: chosen('alerts'),
    muted: text('muted'),
    visibility: VISIBILITIES.find((one) => one === chosen('visibility')),
  };
}
