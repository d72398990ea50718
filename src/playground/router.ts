// Finds the route of a request among the templates of Discord's paths.
import { apiError } from './api-error.ts';
import type { Route } from './core.ts';
import { applicationRoutes } from './routes/application.ts';
import { commandRoutes } from './routes/commands.ts';
import { guildRoutes } from './routes/guilds.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { threadRoutes } from './routes/threads.ts';

export const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...interactionRoutes,
];

export interface Match {
  readonly route: Route;
  readonly params: Record<string, string>;
}

const COMPILED = ROUTES.map((route) => ({ route, steps: route.path.split('/').slice(1) }));

/** Routes are tried in order, so that a fixed step stands before a parameter in the same place. */
export function matchRoute(method: string, path: string): Match {
  const steps = path.split('/').slice(1);
  const sameShape = COMPILED.flatMap(({ route, steps: template }) => {
    const params = matchSteps(template, steps);
    return params ? [{ route, params }] : [];
  });
  if (sameShape.length === 0) throw apiError.notFound();
  const found = sameShape.find(({ route }) => route.method === method);
  if (!found) throw apiError.methodNotAllowed();
  return found;
}

function matchSteps(template: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  if (template.length !== steps.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, step] of template.entries()) {
    const given = steps[index] ?? '';
    if (step.startsWith('{')) params[step.slice(1, -1)] = decodeURIComponent(given);
    else if (step !== given) return undefined;
  }
  return params;
}
