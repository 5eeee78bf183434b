import type { z } from 'zod';
import type { ApiRoutes } from '@/lib/routes';
import { request } from './call-api';
import { randomId } from './random-id';
import { bodyUnder } from './unanswered';

/** One line of the table of routes, such as `POST /runs/:ref/pause`. Only its types come to the browser. */
export type Address = keyof ApiRoutes;

// A function has a `call` of its own, so a line that is one is asked for first.
type CallOf<R> = R extends (...given: never) => unknown ? R : R extends { call: infer C } ? C : R;
type Raw<C> = C extends (ctx: never, raw: infer I) => unknown
  ? I
  : C extends { input: infer T extends z.ZodType }
    ? z.input<T>
    : never;
/** Without the index signature that zod gives to an object of nothing. */
type Taken<C> = string extends keyof Raw<C> ? object : Raw<C>;
type Answered<C> = C extends (...given: never) => Promise<infer V>
  ? V
  : C extends { answer: infer T extends z.ZodType }
    ? z.output<T>
    : never;

type Names<P> = P extends `${string}:${infer N}/${infer More}`
  ? N | Names<More>
  : P extends `${string}:${infer N}`
    ? N
    : never;

type Optional<I> = { [P in keyof I]-?: object extends Pick<I, P> ? P : never }[keyof I];
/** What may be left out may be undefined; in a query string also null or empty. */
type Loose<K, I> = {
  [P in keyof I]:
    | I[P]
    | (P extends Optional<I> ? (K extends `GET ${string}` ? undefined | null | '' : undefined) : never);
};
type Placed<K, I> = { [P in Names<K>]: P extends keyof I ? Exclude<I[P], undefined> : string };

/** What a route takes: that of its command or query, with the parameters of its path. A link says which report. */
export type Input<K extends Address> = Placed<K, Taken<CallOf<ApiRoutes[K]>>> &
  Loose<
    K,
    Omit<Taken<CallOf<ApiRoutes[K]>>, Names<K> | (ApiRoutes[K] extends { caller: 'link' } ? 'ref' : never)>
  >;

export type Answer<K extends Address> = Answered<CallOf<ApiRoutes[K]>>;

interface Options {
  /** Makes a repeated click or a second try one act: keep it until the act was answered. */
  key?: string;
  signal?: AbortSignal;
}

/** Nothing but what the route takes: it refuses a key that it does not know. */
type Exactly<K extends Address, G> = G & Record<Exclude<keyof G, keyof Input<K>>, never>;

type Given<K extends Address, G> =
  object extends Input<K>
    ? [input?: Exactly<K, G>, options?: Options]
    : [input: Exactly<K, G>, options?: Options];

/** A request as the table says it: the parameters of the path out of the input, the rest as query string or as body. */
function requestOf(address: string, input: object = {}): { method: string; path: string; body: object } {
  const [method = '', pattern = ''] = address.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return value;
  });
  if (method !== 'GET') return { method, path: `/api/v1${path}`, body: rest };
  const asked = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return { method, path: `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`, body: {} };
}

/** Asks the API. What goes in and what comes out is what the command or query of the route says. @throws ApiProblem */
export async function api<K extends Address, G extends Input<K>>(
  address: K,
  ...[input, options = {}]: Given<K, G>
): Promise<Answer<K>> {
  const { method, path, body } = requestOf(address, input);
  const { key = randomId(), signal = null } = options;
  if (method === 'GET') return (await request(path, { signal })) as Answer<K>;
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const sent = bodyUnder(key, JSON.stringify(body));
  return (await request(path, { method, headers, body: sent, signal })) as Answer<K>;
}
