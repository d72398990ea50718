// Commands, buttons, selects, modals and menus, with the real client as the bot.
import type { Client, Interaction } from 'discord.js';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { discordClient } from '../helpers/discord-client.ts';
import { ADMIN, discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';

let standIn: StandIn;
let client: Client<true>;
let channelId: string;

beforeEach(async () => {
  standIn = await discordStandIn();
  client = await discordClient(standIn);
  channelId = standIn.channel('general').id;
});

afterEach(async () => {
  await client.destroy();
  await standIn.close();
});

function answer(act: (interaction: Interaction) => Promise<unknown> | undefined) {
  client.on(Events.InteractionCreate, async (interaction) => {
    await act(interaction);
  });
}

const TOPIC = {
  name: 'topic',
  description: 'News about a topic',
  options: [
    { type: 3, name: 'name', description: 'Which', required: true, autocomplete: true },
    { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 15 },
    { type: 7, name: 'channel', description: 'Where' },
  ],
};

test('a command carries its options, and ids come resolved', async () => {
  await client.application.commands.set([TOPIC]);
  answer((interaction) => {
    if (!interaction.isChatInputCommand()) return undefined;
    const { options } = interaction;
    const channel = options.getChannel('channel', true);
    return interaction.reply(`${options.getString('name')} ${options.getInteger('count')} ${channel.name}`);
  });

  const options = { name: 'ferry', count: 3, channel: standIn.channel('news').id };
  const reply = await standIn.person(MEMBER).slash({ channelId, command: 'topic', options });

  expect(reply.message?.content).toBe('ferry 3 news');
  expect(standIn.messages(channelId).map((message) => message.content)).toEqual(['ferry 3 news']);
  expect(standIn.breaches).toEqual([]);
});

test.each([
  ['a required option left out', {}, 'The option name is required'],
  ['a number out of range', { name: 'x', count: 16 }, 'The option count must be between 1 and 15'],
  ['an option that is none', { name: 'x', colour: 'red' }, '/topic has no option colour'],
])('%s is stopped before it reaches the bot', async (_, options, message) => {
  await client.application.commands.set([TOPIC]);

  await expect(standIn.person(MEMBER).slash({ channelId, command: 'topic', options })).rejects.toThrow(message);
});

test('autocomplete sends what is typed and brings back the choices', async () => {
  await client.application.commands.set([TOPIC]);
  answer((interaction) => {
    if (!interaction.isAutocomplete()) return undefined;
    const typed = interaction.options.getFocused();
    return interaction.respond([{ name: `${typed}ry`, value: 'ferry' }]);
  });

  const person = standIn.person(MEMBER);
  const reply = await person.autocomplete({ channelId, command: 'topic', options: { name: 'fer' }, focused: 'name' });

  expect(reply.choices).toEqual([{ name: 'ferry', value: 'ferry' }]);
});

test('a command for admins is not offered to a member, and subcommands are found by their words', async () => {
  await client.application.commands.set([
    {
      name: 'sources',
      description: 'Sources',
      defaultMemberPermissions: '32',
      options: [{ type: 1, name: 'list', description: 'All of them' }],
    },
  ]);
  answer((interaction) =>
    interaction.isChatInputCommand() ? interaction.reply(interaction.options.getSubcommand()) : undefined,
  );

  expect(standIn.person(MEMBER).commands(channelId)).toEqual([]);
  const reply = await standIn.person(ADMIN).slash({ channelId, command: 'sources list' });

  expect(reply.message?.content).toBe('list');
});

test('a button updates its message, and a select sends its values', async () => {
  const button = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary);
  const select = new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'Ferry', value: 'f' }, { label: 'Flood', value: 'g' });
  const container = new ContainerBuilder()
    .addTextDisplayComponents((text) => text.setContent('A story'))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button))
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select));
  await client.application.commands.set([{ name: 'show', description: 'Shows' }]);
  answer((interaction) => {
    if (interaction.isChatInputCommand()) {
      return interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [container] });
    }
    if (interaction.isButton()) {
      const shown = new ContainerBuilder().addTextDisplayComponents((text) => text.setContent('More of it'));
      return interaction.update({ components: [shown] });
    }
    return interaction.isStringSelectMenu() ? interaction.reply(`You chose ${interaction.values}`) : undefined;
  });
  const person = standIn.person(MEMBER);
  const shown = await person.slash({ channelId, command: 'show' });
  const id = shown.message?.id ?? '';

  const chosen = await person.select(id, 'pick', ['g']);
  const updated = await person.click(id, 'more');

  expect(chosen.message?.content).toBe('You chose g');
  expect(updated).toMatchObject({ state: 'updated', message: { id } });
  expect(JSON.stringify(updated.message?.components)).toContain('More of it');
  await expect(person.click(id, 'more')).rejects.toThrow('no component more');
  expect(standIn.breaches).toEqual([]);
});

test('a modal opens, and what is filled in arrives', async () => {
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  answer((interaction) => {
    if (interaction.isChatInputCommand()) {
      const input = new TextInputBuilder().setCustomId('query').setStyle(TextInputStyle.Paragraph);
      const label = new LabelBuilder().setLabel('Query').setTextInputComponent(input);
      return interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('Topic').addLabelComponents(label));
    }
    return interaction.isModalSubmit()
      ? interaction.reply({ content: interaction.fields.getTextInputValue('query'), flags: MessageFlags.Ephemeral })
      : undefined;
  });
  const person = standIn.person(MEMBER);
  const opened = await person.slash({ channelId, command: 'ask' });

  const reply = await person.submitModal(opened, { query: 'ferry OR boat' });

  expect(opened).toMatchObject({ state: 'modal', modal: { title: 'Topic' } });
  expect(reply).toMatchObject({ ephemeral: true, message: { content: 'ferry OR boat' } });
  await expect(person.submitModal(opened, {})).rejects.toThrow('query is required');
  expect(standIn.breaches).toEqual([]);
});

test('a message menu brings the message along, in direct messages too', async () => {
  await client.application.commands.set([{ name: 'Count words', type: 3, contexts: [0, 1] }]);
  answer((interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return undefined;
    return interaction.reply(`${interaction.targetMessage.content.split(' ').length} words`);
  });
  const person = standIn.person(MEMBER);
  const inDm = person.send(person.dm().id, 'one two three');

  const reply = await person.menu({ command: 'Count words', messageId: inDm.id });

  expect(reply.message?.content).toBe('3 words');
});

test('follow-ups, edits and deletions go through the token', async () => {
  await client.application.commands.set([{ name: 'run', description: 'Runs' }]);
  answer(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const response = await interaction.reply({ content: 'first', withResponse: true });
    const second = await interaction.followUp('second');
    await interaction.editReply(`${response.resource?.message?.content}, edited`);
    await interaction.deleteReply(second);
    await interaction.followUp({ content: 'done', flags: MessageFlags.Ephemeral });
  });

  await standIn.person(MEMBER).slash({ channelId, command: 'run' });
  await standIn.waitForMessage({ where: (message) => message.content === 'done' });

  expect(standIn.messages(channelId).map((message) => message.content)).toEqual(['first, edited']);
  expect(standIn.breaches).toEqual([]);
});
