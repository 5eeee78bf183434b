import type { z } from 'zod';
import type { Context } from './context';
import type { PolicyRow } from './policy';

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `POST /runs/:ref/pause`, below /api/v1. What stands behind a colon goes into the input under that name. */
type Address = `${Verb} /${string}`;

/** A command or a query, as a route calls it. */
export interface Callable {
  (ctx: Context, raw: never): Promise<unknown>;
  readonly commandName?: string;
  readonly queryName?: string;
  readonly act: string;
  readonly policy: PolicyRow;
  readonly input: z.ZodType;
  readonly answer: z.ZodType;
}

interface RouteOptions {
  /** Of an answer that worked; 200 unless said, or 204 when there is no view. */
  status?: 201 | 202;
  /** The longest body that is read, in bytes; 1 MB unless said. */
  limit?: number;
  /** The body is a picture, and `?name=` its name. JSON unless said. */
  takes?: 'picture';
  /** What the view names is sent: a stored file, or a mail as its reader sees it. JSON unless said. */
  sends?: 'file' | 'mail';
  /** The private link in the path says who calls and which report they mean. A session or a key unless said. */
  caller?: 'link';
}

/** One line of the table of routes, where it needs more than its command or query. */
export interface Route<C extends Callable = Callable> extends RouteOptions {
  call: C;
}

export type Rows = Record<Address, Callable | Route>;

export function route<C extends Callable, const O extends RouteOptions>(call: C, options: O) {
  return { call, ...options };
}

/** A command that makes something: answered with 201. */
export function created<C extends Callable>(call: C) {
  return route(call, { status: 201 });
}

/** A line of the table with everything it may say. */
export function asRoute(row: Callable | Route): Route {
  return typeof row === 'function' ? { call: row } : row;
}
