// A real discord.js client, logged in at the stand-in.
import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { TOKEN } from './discord-stand-in.ts';

export async function discordClient(standIn: StandIn, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options,
    rest: { api: standIn.apiUrl, ...options.rest },
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(TOKEN);
  await ready;
  return client as Client<true>;
}
