// What the stand-in keeps, in the shapes of Discord's API (v10) wherever a record is also an answer.
import type { Snowflake } from './snowflake.ts';

export const CHANNEL = {
  text: 0,
  dm: 1,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export const FLAG = {
  crossposted: 1,
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4096,
  componentsV2: 32768,
} as const;

export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export interface User {
  readonly id: Snowflake;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly bot?: boolean;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
}

export interface Person extends User {
  /** Whether this person takes direct messages from the bot. */
  closedDm: boolean;
  readonly locale: string;
}

export interface Role {
  readonly id: Snowflake;
  name: string;
  permissions: string;
  color: number;
  colors: { primary_color: number; secondary_color: null; tertiary_color: null };
  hoist: boolean;
  position: number;
  managed: boolean;
  mentionable: boolean;
  flags: number;
  icon: null;
  unicode_emoji: null;
  tags?: { bot_id?: Snowflake };
}

export interface Member {
  readonly userId: Snowflake;
  roles: Snowflake[];
  nick: string | null;
  joinedAt: number;
}

export interface Overwrite {
  readonly id: Snowflake;
  readonly type: 0 | 1;
  allow: string;
  deny: string;
}

export interface ThreadMetadata {
  archived: boolean;
  auto_archive_duration: number;
  archive_timestamp: string;
  locked: boolean;
  create_timestamp: string;
}

export interface Channel {
  readonly id: Snowflake;
  type: number;
  guild_id?: Snowflake;
  name?: string;
  topic?: string | null;
  position?: number;
  parent_id?: Snowflake | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  permission_overwrites?: Overwrite[];
  last_message_id: Snowflake | null;
  flags: number;
  recipients?: User[];
  owner_id?: Snowflake;
  thread_metadata?: ThreadMetadata;
  message_count?: number;
  member_count?: number;
  total_message_sent?: number;
  available_tags?: { id: Snowflake; name: string; moderated: boolean; emoji_id: null; emoji_name: string | null }[];
  applied_tags?: Snowflake[];
  default_auto_archive_duration?: number;
}

export interface Guild {
  readonly id: Snowflake;
  name: string;
  ownerId: Snowflake;
  locale: string;
  roles: Role[];
  members: Member[];
  joinedAt: number;
}

export interface Attachment {
  id: Snowflake;
  filename: string;
  title?: string;
  description?: string;
  content_type: string;
  size: number;
  url: string;
  proxy_url: string;
  width?: number | null;
  height?: number | null;
  ephemeral?: boolean;
}

export interface MediaItem {
  id?: Snowflake;
  url: string;
  proxy_url?: string;
  width?: number | null;
  height?: number | null;
  content_type?: string;
  attachment_id?: Snowflake;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly emoji?: { readonly id?: string | null; readonly name?: string };
  readonly default?: boolean;
}

/** Any component; which fields it has, `type` says. */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string | null;
  emoji?: { id?: string | null; name?: string };
  url?: string;
  disabled?: boolean;
  sku_id?: string;
  options?: SelectOption[];
  channel_types?: number[];
  default_values?: { id: string; type: string }[];
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: unknown;
  values?: string[];
  content?: string;
  accent_color?: number | null;
  spoiler?: boolean;
  divider?: boolean;
  spacing?: number;
  media?: MediaItem;
  file?: MediaItem;
  name?: string;
  size?: number;
  items?: { media: MediaItem; description?: string | null; spoiler?: boolean }[];
  accessory?: Component;
  component?: Component;
  components?: Component[];
}

export interface Embed {
  title?: string;
  type?: string;
  description?: string;
  url?: string;
  timestamp?: string;
  color?: number | null;
  footer?: { text: string; icon_url?: string };
  image?: MediaItem;
  thumbnail?: MediaItem;
  author?: { name: string; url?: string; icon_url?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
}

export interface Message {
  readonly id: Snowflake;
  readonly channel_id: Snowflake;
  readonly author: User;
  readonly timestamp: string;
  edited_timestamp: string | null;
  content: string;
  tts: boolean;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: Snowflake[];
  attachments: Attachment[];
  embeds: Embed[];
  components: Component[];
  pinned: boolean;
  type: number;
  flags: number;
  nonce?: string | number;
  application_id?: Snowflake;
  webhook_id?: Snowflake;
  message_reference?: { type: number; message_id?: Snowflake; channel_id?: Snowflake; guild_id?: Snowflake };
  interaction_metadata?: Record<string, unknown>;
  thread?: Channel;
}

/** A message and what Discord keeps to itself about it. */
export interface StoredMessage {
  readonly api: Message;
  /** The only person who sees it (ephemeral). */
  readonly visibleTo?: Snowflake;
  /** Its interaction, for messages written through one. */
  readonly token?: string;
  /** The name of the command it answers, as people see it above the message. */
  readonly answers?: { readonly userId: Snowflake; readonly command: string };
}

export interface Choice {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly value: string | number;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  readonly options?: readonly CommandOption[];
  readonly channel_types?: readonly number[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly autocomplete?: boolean;
}

export interface Command {
  readonly id: Snowflake;
  readonly application_id: Snowflake;
  readonly guild_id?: Snowflake;
  readonly version: Snowflake;
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>> | null;
  readonly options?: readonly CommandOption[];
  readonly default_member_permissions: string | null;
  readonly dm_permission?: boolean;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly nsfw: boolean;
}

export interface UploadedFile {
  readonly field: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
