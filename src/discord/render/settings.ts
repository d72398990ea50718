// /settings: the form, and what was saved.

import type { Settings } from '../../app.ts';
import { METHODS } from '../../summaries/summary.ts';
import { LOCALES, type Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { escapeText } from './escape.ts';
import { type Message, message, text } from './message.ts';
import { channelField, choiceField, type Modal, modal, textField } from './modal.ts';

/** Of the select: no language of the server's own. */
export const AUTOMATIC = 'auto';

export function settingsForm(settings: Settings, { say }: Words): Modal {
  const languages = [
    { label: say('settings.automatic'), value: AUTOMATIC },
    ...LOCALES.map((value) => ({ label: nameOf(value), value })),
  ];
  const methods = METHODS.map((value) => ({ label: say(`settings.methods.${value}`), value }));
  return modal(customId('settings'), say('settings.title'), [
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
    choiceField({
      name: 'method',
      label: say('settings.method'),
      options: methods,
      chosen: settings.method ?? 'default',
    }),
    channelField({
      name: 'alerts',
      label: say('settings.alerts'),
      hint: say('settings.alertsHint'),
      chosen: settings.alertChannelId,
    }),
  ]);
}

export function renderSettings(settings: Settings, { say }: Words): Message {
  const { timezone, language, method = 'default', alertChannelId } = settings;
  return message([
    text(
      `**${say('settings.saved')}**`,
      `${say('settings.timezone')}: ${escapeText(timezone, 60)}`,
      `${say('settings.language')}: ${language === undefined ? say('settings.automatic') : nameOf(language)}`,
      `${say('settings.method')}: ${say(`settings.methods.${method}`)}`,
      `${say('settings.alerts')}: ${alertChannelId === undefined ? say('settings.none') : `<#${alertChannelId}>`}`,
    ),
  ]);
}

/** As those who speak it call it. */
function nameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
