/**
 * Whoever says stored events, or names the rows that they mention, imports this: then every noun has said how its
 * events are told and how its rows are called.
 */
import '@/lib/automation/events';
import '@/lib/automation/subject';
import '@/lib/checks/events';
import '@/lib/checks/subject';
import '@/lib/datasets/events';
import '@/lib/datasets/subject';
import '@/lib/deliveries/events';
import '@/lib/deliveries/subject';
import '@/lib/home/events';
import '@/lib/incidents/events';
import '@/lib/incidents/subject';
import '@/lib/members/events';
import '@/lib/members/subject';
import '@/lib/monitors/events';
import '@/lib/monitors/subject';
import '@/lib/plans/events';
import '@/lib/plans/subject';
import '@/lib/reports/events';
import '@/lib/reports/subject';
import '@/lib/resources/events';
import '@/lib/resources/subject';
import '@/lib/runs/events';
import '@/lib/runs/subject';
import '@/lib/services/events';
import '@/lib/services/subject';
import '@/lib/settings/events';
import '@/lib/status/events';
import '@/lib/subscribers/events';
import '@/lib/subscribers/subject';
import '@/lib/suites/events';
import '@/lib/suites/subject';
import '@/lib/updates/events';
import '@/lib/updates/subject';

type Events =
  | typeof import('@/lib/automation/events')
  | typeof import('@/lib/checks/events')
  | typeof import('@/lib/datasets/events')
  | typeof import('@/lib/deliveries/events')
  | typeof import('@/lib/home/events')
  | typeof import('@/lib/incidents/events')
  | typeof import('@/lib/members/events')
  | typeof import('@/lib/monitors/events')
  | typeof import('@/lib/plans/events')
  | typeof import('@/lib/reports/events')
  | typeof import('@/lib/resources/events')
  | typeof import('@/lib/runs/events')
  | typeof import('@/lib/services/events')
  | typeof import('@/lib/settings/events')
  | typeof import('@/lib/status/events')
  | typeof import('@/lib/subscribers/events')
  | typeof import('@/lib/suites/events')
  | typeof import('@/lib/updates/events');

type NamesIn<M> = M extends unknown
  ? { [K in keyof M]: M[K] extends { type: infer N extends string } ? N : never }[keyof M]
  : never;

/** The type of every event that there is: `incident.declared`. */
export type EventName = NamesIn<Events>;

/** The part before the dot. */
export type EventNoun = EventName extends `${infer Noun}.${string}` ? Noun : never;
