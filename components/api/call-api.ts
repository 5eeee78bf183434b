import { readerZone } from '@/components/ui/reader-zone';
import { hearServerTime, serverNow } from '@/components/ui/server-time';
import { whenOf } from '@/components/ui/time-words';
import type { Problem } from '@/lib/http/rules/problem';
import { inUtc } from '@/lib/platform/rules/in-utc';

/** The sentence with the time that it tells as the reader's clock shows it. */
function sentenceOf({ detail, details }: Problem): string {
  const at = details?.at;
  if (typeof at !== 'string') return detail;
  return detail.replace(inUtc(at), whenOf(at, { zone: readerZone(), now: serverNow() }));
}

/** A refusal of the API: `message` is its sentence, `fields` its refusals per input field. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(sentenceOf(problem));
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get fields(): Record<string, string[]> {
    return this.problem.fields ?? {};
  }
}

function unreachable(): ApiProblem {
  return new ApiProblem({
    type: 'urn:standby:unreachable',
    title: 'unavailable',
    status: 0,
    detail:
      'Standby cannot be reached. Try again when you are back online: what arrived already is not done twice.',
  });
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'detail' in body) return new ApiProblem(body as Problem);
  return new ApiProblem({
    type: 'urn:standby:unexpected',
    title: 'internal',
    status: response.status,
    detail: `Standby answered with an error (${response.status}). Try again: nothing is done twice.`,
  });
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(path, { ...init, cache: 'no-store', credentials: 'same-origin' });
    hearServerTime(Date.parse(response.headers.get('date') ?? ''));
    return response;
  } catch {
    throw unreachable();
  }
}

/** Asks for an answer in JSON, or for none. @throws ApiProblem */
export async function request(path: string, init: RequestInit): Promise<unknown> {
  const response = await send(path, init);
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
