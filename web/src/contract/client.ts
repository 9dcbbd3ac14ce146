/** The one door to the server, typed by its contract. */

import createClient, { type Middleware } from 'openapi-fetch';
import { heard } from '../clock/clock';
import type { components, paths } from './openapi';
import { Refused, type Problem } from './problem';

export type Schedule = components['schemas']['Schedule'];
export type ScheduleDraft = components['schemas']['ScheduleDraft'];
export type Run = components['schemas']['Run'];
export type RunStatus = components['schemas']['RunStatus'];
export type TriggerType = components['schemas']['TriggerType'];
export type Line = components['schemas']['Line'];
export type ToolCall = components['schemas']['ToolCall'];
export type Preview = components['schemas']['Preview'];
export type WhoAmI = components['schemas']['WhoAmI'];

const serverTime: Middleware = {
  onResponse({ response }) {
    heard(response.headers.get('Date'));
    return undefined;
  },
};

/** The cookie signs requests in; the header says that this page sent them, to browsers that do not say it themselves. */
export const server = createClient<paths>({ headers: { 'Carillon-Csrf': '1' } });
server.use(serverTime);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer; throws {@link Refused} when there is none. */
export async function told<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch(() => {
    throw new Refused(0, undefined);
  });
  if (!response.ok) throw new Refused(response.status, asProblem(error));
  return data as T;
}

function asProblem(error: unknown): Problem | undefined {
  return typeof error === 'object' && error !== null && 'title' in error ? (error as Problem) : undefined;
}
