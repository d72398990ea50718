// /settings: the form, and what was saved.

import type { Settings } from '../../app.ts';
import { TEXT_DAYS, USUAL_TEXT_DAYS } from '../../articles/retention.ts';
import type { Problem } from '../../errors.ts';
import { VISIBILITIES } from '../../scope.ts';
import { METHODS } from '../../summaries/summary.ts';
import { LOCALES, type Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { escapeText } from './escape.ts';
import { AMBER, button, type Message, message, row, text } from './message.ts';
import { channelField, choiceField, type Modal, modal, textField } from './modal.ts';
import { type Mention, problemText } from './problem.ts';
import { asCode } from './words-of.ts';

/** Characters: more than the words that can be muted take. */
const MUTED_MAX = 3500;

/** Of a select: nothing of the server's own. */
export const AUTOMATIC = 'auto' as const;

export function settingsForm(settings: Settings, { say }: Words): Modal {
  const languages = [
    { label: say('settings.automatic'), value: AUTOMATIC },
    ...LOCALES.map((value) => ({ label: nameOf(value), value })),
  ];
  return modal(customId('settings'), formTitle(1, say), [
    textField({
      name: 'timezone',
      label: say('settings.timezone'),
      hint: say('settings.timezoneHint'),
      value: settings.timezone,
      max: 100,
    }),
    choiceField({
      name: 'language',
      label: say('settings.language'),
      hint: say('settings.languageHint'),
      options: languages,
      chosen: settings.language ?? AUTOMATIC,
    }),
    textField({
      name: 'muted',
      label: say('settings.muted'),
      hint: say('settings.mutedHint'),
      value: settings.muted ?? '',
      max: MUTED_MAX,
      optional: true,
      tall: true,
    }),
    choiceField({
      name: 'visibility',
      label: say('settings.visibility'),
      hint: say('settings.visibilityHint'),
      options: [AUTOMATIC, ...VISIBILITIES].map((value) => ({ label: say(`settings.visibilities.${value}`), value })),
      chosen: settings.visibility ?? AUTOMATIC,
    }),
    channelField({
      name: 'alerts',
      label: say('settings.alerts'),
      hint: say('settings.alertsHint'),
      chosen: settings.alertChannelId,
    }),
  ]);
}

/** Discord's forms hold five fields: what is seldom set is in one of its own. */
export function moreSettingsForm({ method = 'default', textDays = USUAL_TEXT_DAYS }: Settings, { say }: Words): Modal {
  const methods = METHODS.map((value) => ({ label: say(`settings.methods.${value}`), value }));
  const days = TEXT_DAYS.map((count) => ({ label: say('settings.days', { count }), value: String(count) }));
  return modal(customId('more-settings'), formTitle(2, say), [
    choiceField({ name: 'method', label: say('settings.method'), options: methods, chosen: method }),
    choiceField({
      name: 'text-days',
      label: say('settings.textDays'),
      hint: say('settings.textDaysHint'),
      options: days,
      chosen: String(textDays),
    }),
  ]);
}

/** "Settings (1/2)". */
function formTitle(number: number, say: Words['say']): string {
  return `${say('settings.title')} (${number}/2)`;
}

export function renderSettings(settings: Settings, { say }: Words): Message {
  const { timezone, language, alertChannelId, muted = '', visibility = AUTOMATIC } = settings;
  const { method = 'default', textDays = USUAL_TEXT_DAYS } = settings;
  const lines = [
    `**${say('settings.saved')}**`,
    `${say('settings.timezone')}: ${escapeText(timezone, 60)}`,
    `${say('settings.language')}: ${language === undefined ? say('settings.automatic') : nameOf(language)}`,
    `${say('settings.muted')}: ${muted === '' ? say('settings.none') : escapeText(muted, 2000)}`,
    `${say('settings.visibility')}: ${say(`settings.visibilities.${visibility}`)}`,
    `${say('settings.alerts')}: ${alertChannelId === undefined ? say('settings.none') : `<#${alertChannelId}>`}`,
    `${say('settings.method')}: ${say(`settings.methods.${method}`)}`,
    `${say('settings.textDays')}: ${say('settings.days', { count: textDays })}`,
  ];
  return message([text(...lines)], { rows: [row(button(`${formTitle(2, say)} …`, customId('more-settings')))] });
}

/** What is wrong; the words that were typed can be copied from it. */
export function renderSettingsProblem(problem: Problem, muted: string, words: Words, mention: Mention): Message {
  const typed = muted.trim() === '' ? [] : [text(`${words.say('settings.muted')}\n${asCode(muted, 3000)}`)];
  const sentence = text(`**${words.say('problem.title')}**`, problemText(problem, words, mention));
  return message([sentence, ...typed], { accent: AMBER });
}

/** As those who speak it call it. */
function nameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
