import type { Command } from '../src/discord/command.ts';
import { managingCommand } from '../src/discord/command-data.ts';
import { renderStatus } from '../src/discord/render/status.ts';

export const status: Command = {
  data: managingCommand('status', {}),
  manages: true,
  private: true,

  async execute({ owner, words, mention, lacks }, app) {
    const answer = await app.status(owner);
    const channels = Map.groupBy(answer.digests, ({ digest }) => digest.channelId);
    const checked = [...channels].map(([channelId, lines]) => {
      const thread = lines.some(({ digest }) => digest.thread === 'each');
      const pingRoleId = lines.find(({ digest }) => digest.pingRoleId !== undefined)?.digest.pingRoleId;
      return { channelId, missing: lacks(channelId, { thread, pingRoleId }) };
    });
    const { alertChannelId } = await app.settings(owner);
    if (alertChannelId !== undefined && !channels.has(alertChannelId))
      checked.push({ channelId: alertChannelId, missing: lacks(alertChannelId, {}) });
    return renderStatus(answer, words, { mention, lacks: checked.filter(({ missing }) => missing.length > 0) });
  },
};
