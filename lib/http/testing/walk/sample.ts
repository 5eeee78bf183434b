import type { PolicyRow } from '@/lib/platform/policy';
import type { apiRoutes } from '@/lib/routes';
import type { Caller } from './callers';

/** What names a subject in the path, and what a body says of it. */
export type Made = Record<string, string | number>;

/** Makes a subject that is the caller's own, or somebody else's: null. Answers null when nobody like that can have one. */
export type Maker = (owner: Caller | null) => Promise<Made | null>;

export interface Sample {
  /** Left out: the route is about no single subject. */
  of?: Maker;
  /** Which of what was made names the subject; left out: the parameters of the path. */
  names?: readonly string[];
  query?: string;
  body?: (made: Made, caller: Caller) => object | Uint8Array<ArrayBuffer>;
  /** The first call ends the subject, so that each gets one of their own. */
  once?: true;
  /** Ends sessions of the caller, who therefore comes as a twin. */
  asTwin?: true;
  /** Makes a row of the list that it answers, named by its `ref`: whoever may not know of it must not find it there. */
  lists?: Maker;
  /** What is answered about a subject that there is not, instead of 404, and why. */
  missing?: { status: number; because: string };
  /** What an act is answered that may be done, but is not finished by this sample, and why. */
  unfinished?: { status: number; because: string };
  /** The row that is asked where the route does not say it. */
  row?: PolicyRow;
  /** Of a route that no row of the policy table decides: the status for each caller. */
  answers?: (caller: Caller) => number;
}

export type Samples = Partial<Record<keyof typeof apiRoutes, Sample>>;
