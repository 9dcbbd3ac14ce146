/** What a request answers when it was not done (RFC 9457), in plain words and at the right field. */

import type { components } from './openapi';

export type Problem = components['schemas']['Problem'];

/** A request that the server refused, or that never reached it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(inPlainWords(status, problem));
    this.status = status;
    this.problem = problem;
  }
}

export function refusal(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused(0, undefined);
}

function inPlainWords(status: number, problem: Problem | undefined): string {
  if (status === 0) return 'The server did not answer. Nothing is known to be lost; try again.';
  if (status === 401) return 'You are not signed in any more. Sign in again.';
  if (status === 403) return problem?.detail ?? 'Your key may not do this.';
  if (status === 412) return 'Somebody changed it since you opened it. Look at it again, then repeat.';
  return problem?.detail ?? problem?.error ?? `The server answered ${status}.`;
}

/** What is wrong with each field of a form, and what belongs to none of its fields. */
export type Complaints<Field extends string> = { at: Partial<Record<Field, string>>; rest: string | undefined };

/** Sorts a refusal by `errors[].pointer`: `fields` says which pointers, from their beginning, belong to a field. */
export function complaints<Field extends string>(
  error: unknown,
  fields: Record<Field, readonly string[]>,
): Complaints<Field> {
  const refused = refusal(error);
  const at: Partial<Record<Field, string>> = {};
  const rest: string[] = [];
  for (const { pointer, detail } of refused.problem?.errors ?? []) {
    const field = (Object.keys(fields) as Field[]).find((name) => fields[name].some((known) => isUnder(pointer, known)));
    if (field === undefined) rest.push(detail);
    else at[field] = at[field] === undefined ? detail : `${at[field]} ${detail}`;
  }
  if (Object.keys(at).length === 0 && rest.length === 0) rest.push(refused.message);
  return { at, rest: rest.length === 0 ? undefined : rest.join(' ') };
}

function isUnder(pointer: string | undefined, known: string): boolean {
  return pointer === known || pointer?.startsWith(`${known}/`) === true;
}
