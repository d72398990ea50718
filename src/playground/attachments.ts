// Uploaded files: kept with their bytes, shown as attachments, and put where `attachment://name` points.
import { allComponents, mediaOf } from './components.ts';
import type { Core } from './core.ts';
import type { Attachment, Component, Embed, MediaItem, UploadedFile } from './records.ts';
import { COMPONENT } from './records.ts';
import type { Snowflake } from './snowflake.ts';

/** What a request says about its files, and about those that a message keeps. */
export interface AttachmentRequest {
  readonly id: string | number;
  readonly filename?: string;
  readonly title?: string;
  readonly description?: string;
}

interface Upload {
  readonly channelId: Snowflake;
  readonly ephemeral: boolean;
  readonly described: readonly AttachmentRequest[];
}

export function storeFiles(core: Core, files: readonly UploadedFile[], upload: Upload): Attachment[] {
  return files.map((file) => {
    const index = /^files\[(\d+)\]$/.exec(file.field)?.[1];
    const request = upload.described.find((one) => String(one.id) === index);
    return storeFile(core, file, { ...upload, request });
  });
}

function storeFile(
  core: Core,
  file: UploadedFile,
  { channelId, ephemeral, request }: Upload & { readonly request: AttachmentRequest | undefined },
): Attachment {
  const id = core.world.makeId();
  const filename = safeName(request?.filename ?? file.filename);
  core.world.files.set(id, { filename, contentType: file.contentType, bytes: file.bytes });
  const url = `${core.origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  return {
    id,
    filename,
    ...(request?.title ? { title: request.title } : {}),
    ...(request?.description ? { description: request.description } : {}),
    content_type: file.contentType,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    ...pngSize(file.bytes),
    ...(ephemeral ? { ephemeral: true } : {}),
  };
}

/** As Discord does: anything unusual in a file's name becomes an underscore. */
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'unknown';
}

function pngSize(bytes: Uint8Array): { width?: number; height?: number } {
  const isPng = bytes.length > 24 && bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e;
  if (!isPng) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Resolves `attachment://name` in place; answers the attachments that nothing showed. */
export function placeAttachments(
  attachments: readonly Attachment[],
  { embeds, components }: { readonly embeds: readonly Embed[]; readonly components: readonly Component[] },
): Attachment[] {
  const placed = new Set<Snowflake>();
  const place = (item: MediaItem | undefined): Attachment | undefined => {
    const name = item && /^attachment:\/\/(.+)$/.exec(item.url)?.[1];
    const found = name === undefined ? undefined : attachments.find((one) => one.filename === safeName(name));
    if (!item || !found) return undefined;
    const { url, proxy_url, width = null, height = null, content_type, id } = found;
    Object.assign(item, { url, proxy_url, width, height, content_type, attachment_id: id });
    placed.add(id);
    return found;
  };
  for (const embed of embeds) {
    place(embed.image);
    place(embed.thumbnail);
  }
  for (const component of allComponents(components)) placeIn(component, place);
  return attachments.filter((one) => !placed.has(one.id));
}

function placeIn(component: Component, place: (item: MediaItem) => Attachment | undefined): void {
  for (const item of mediaOf(component)) {
    const found = place(item);
    if (found && component.type === COMPONENT.file)
      Object.assign(component, { name: found.filename, size: found.size });
  }
}

/** The names that a request's embeds and components expect among its files. */
export function expectedFiles(embeds: readonly Embed[], components: readonly Component[]): string[] {
  const items = [
    ...embeds.flatMap((embed) => [embed.image, embed.thumbnail]),
    ...allComponents(components).flatMap(mediaOf),
  ];
  return items.flatMap((item) => /^attachment:\/\/(.+)$/.exec(item?.url ?? '')?.[1] ?? []);
}
