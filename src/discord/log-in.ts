// Connects, or says what the operator can do about it.

import type { Client } from 'discord.js';
import { OperatorError } from '../errors.ts';

/** Resolves when Discord has greeted the bot. */
export async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    throw explained(error, client.rest.options.api);
  }
  return ready;
}

function explained(error: unknown, api: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'TokenInvalid') {
    return new OperatorError(
      'Discord refuses the token: copy it again from the Bot page of the Discord Developer Portal (Reset Token shows a new one) and put it behind DISCORD_TOKEN.',
      { cause: error },
    );
  }
  if (typeof code !== 'string' || !/^(E[A-Z_]+|UND_ERR_\w+)$/.test(code)) return error;
  return new OperatorError(
    `Discord cannot be reached at ${api} (${message || code}): check the connection to the internet, and DISCORD_API_URL if it is set.`,
    { cause: error },
  );
}
