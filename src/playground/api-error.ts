// Discord's error answers: an HTTP status, a code, a message, and for a bad form the tree of what is wrong where.

export interface Fault {
  /** Where in the body, as keys and indexes: ['components', 0, 'custom_id']. */
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly faults: readonly Fault[];

  constructor(status: number, code: number, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }

  body(): Record<string, unknown> {
    const errors = this.faults.length > 0 ? { errors: faultTree(this.faults) } : {};
    return { message: this.message, code: this.code, ...errors };
  }
}

type Tree = { [key: string]: Tree } & { _errors?: { code: string; message: string }[] };

function faultTree(faults: readonly Fault[]): Tree {
  const root: Tree = {};
  for (const fault of faults) {
    let node = root;
    for (const step of fault.path) {
      node[step] ??= {};
      node = node[step] as Tree;
    }
    node._errors ??= [];
    node._errors.push({ code: fault.code, message: fault.message });
  }
  return root;
}

/** Discord's documented codes, as far as the stand-in uses them. */
export const apiError = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  methodNotAllowed: () => new ApiError(405, 0, '405: Method Not Allowed'),
  unknownApplication: () => new ApiError(404, 10002, 'Unknown Application'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownRole: () => new ApiError(404, 10011, 'Unknown Role'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyCrossposted: () => new ApiError(400, 40033, 'This message has already been crossposted'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  notOwnMessage: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  closedDm: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  wrongChannelKind: () => new ApiError(403, 50024, 'Cannot execute action on this channel type'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  webhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  threadExists: () => new ApiError(400, 160004, 'A thread has already been created for this message'),
  badJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
  invalidForm: (faults: readonly Fault[]) => new ApiError(400, 50035, 'Invalid Form Body', faults),
} as const;
