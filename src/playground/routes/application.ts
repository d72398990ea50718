// The application and its own user, and where the gateway is.
import { apiError } from '../api-error.ts';
import type { Call, Core, Route } from '../core.ts';
import { ok } from '../core.ts';
import { findMember, findUser, publicUser } from '../world.ts';

function application(core: Core) {
  const { bot } = core.world;
  return {
    id: bot.id,
    name: bot.global_name ?? bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    type: null,
    flags: 0,
    flags_new: '0',
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    owner: { ...bot, id: '1', bot: false, username: 'owner' },
    team: null,
    bot: publicUser(bot),
    approximate_guild_count: core.world.guilds.size,
    approximate_user_install_count: core.world.installedBy.size,
    integration_types_config: { 0: {}, 1: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    tags: [],
  };
}

function gatewayUrl(core: Core): string {
  return core.origin().replace(/^http/, 'ws');
}

function user(core: Core, { params }: Call) {
  const id = params.user_id === '@me' ? core.world.bot.id : (params.user_id ?? '');
  const found = findUser(core.world, id);
  if (!found) throw apiError.unknownUser();
  return ok(publicUser(found));
}

function self(core: Core) {
  return ok({ ...publicUser(core.world.bot), mfa_enabled: false, locale: 'en-US', email: null, verified: true });
}

function guilds(core: Core) {
  const own = [...core.world.guilds.values()].filter((guild) => findMember(guild, core.world.bot.id));
  return ok(
    own.map(({ id, name }) => ({ id, name, icon: null, banner: null, owner: false, permissions: '0', features: [] })),
  );
}

export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway', open: true, handle: (core) => ok({ url: gatewayUrl(core) }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: (core) =>
      ok({
        url: gatewayUrl(core),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  { method: 'GET', path: '/applications/@me', handle: (core) => ok(application(core)) },
  { method: 'PATCH', path: '/applications/@me', handle: (core) => ok(application(core)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: (core) => ok(application(core)) },
  { method: 'GET', path: '/users/@me', handle: self },
  { method: 'GET', path: '/users/@me/guilds', handle: guilds },
  { method: 'GET', path: '/users/{user_id}', handle: user },
];
