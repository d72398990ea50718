import type { Command } from '../src/discord/command.ts';
import { askingCommand, textOption } from '../src/discord/command-data.ts';
import { ABOUT, renderHelp } from '../src/discord/render/help.ts';

export const help: Command = {
  data: askingCommand('help', [textOption('about', { choices: ABOUT })]),
  manages: false,
  private: true,

  async execute({ options, words, mention }) {
    const about = ABOUT.find((one) => one === options.string('about'));
    return renderHelp(about, words, mention);
  },
};
