// The form of a topic, and what was typed into it when it did not work: to be read, copied, and taken up again.

import type { Problem } from '../../errors.ts';
import type { TopicFields } from '../../topics/topic-fields.ts';
import type { Words } from '../../words.ts';
import { argsOf, customId } from '../custom-id.ts';
import { AMBER, button, type Message, message, row, text } from './message.ts';
import { type Modal, modal, textField } from './modal.ts';
import { type Mention, problemText } from './problem.ts';
import { asCode } from './words-of.ts';

/** Of the form for a topic that there is not yet. */
export const NEW = 'new';

const LENGTHS: Readonly<Record<keyof TopicFields, number>> = {
  name: 60,
  include: 1000,
  exclude: 500,
  sources: 1000,
  languages: 100,
};
const FIELDS = Object.keys(LENGTHS) as (keyof TopicFields)[];

/** `id`: the topic's, or NEW. */
export function topicForm(id: string | number, fields: TopicFields, { say }: Words): Modal {
  const field = (name: keyof TopicFields) =>
    textField({
      name,
      label: say(`topics.form.${name}`),
      value: fields[name],
      max: LENGTHS[name],
      ...(name === 'name' ? {} : { hint: say(`topics.form.${name}Hint`), optional: true }),
      ...(name === 'include' ? { tall: true } : {}),
    });
  return modal(
    customId('save-topic', id),
    say(id === NEW ? 'topics.form.create' : 'topics.form.edit'),
    FIELDS.map(field),
  );
}

/** Reads the form that came back. Lines are blanks: Discord's tall inputs let people break them. */
export function fieldsOf(read: (name: string) => string): TopicFields {
  const typed = (name: keyof TopicFields) => [name, read(name).replace(/\s+/g, ' ').trim()] as const;
  return Object.fromEntries(FIELDS.map(typed)) as unknown as TopicFields;
}

/**
 * What is wrong, and all that was typed, each on a line of its own: the button reads it from there, so that nothing is
 * lost, however long it takes.
 */
export function renderTopicAgain(
  id: string | number,
  problem: Problem,
  fields: TopicFields,
  words: Words,
  mention: Mention,
): Message {
  const { say } = words;
  const filled = FIELDS.filter((name) => fields[name] !== '');
  const shown = filled.map((name) => text(`${say(`topics.form.${name}`)}\n${asCode(fields[name], LENGTHS[name])}`));
  const again = customId('topic-again', id, filled.map((name) => FIELDS.indexOf(name)).join(''));
  return message([text(`**${say('problem.title')}**`, problemText(problem, words, mention)), ...shown], {
    accent: AMBER,
    rows: [row(button(say('button.again'), again))],
  });
}

/** The form's id and values, from the button and the message that it stands under. */
export function readTopicAgain(id: string, shown: string): { readonly id: string; readonly fields: TopicFields } {
  const [of = NEW, present = ''] = argsOf(id, 2);
  const blocks = [...shown.matchAll(/^`([^`]*)`$/gm)].map(([, value = '']) => value);
  const values = new Map([...present].map((place, i) => [FIELDS[Number(place)], blocks[i] ?? '']));
  return { id: of, fields: fieldsOf((name) => values.get(name as keyof TopicFields) ?? '') };
}
