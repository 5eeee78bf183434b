import { z } from 'zod';
import type { EventNoun } from '@/lib/nouns';

/** The nouns whose events can be looked at alone, and what they are called together: every noun that has events. */
export const auditNounLabel: Record<EventNoun, string> = {
  report: 'Reports',
  incident: 'Incidents',
  update: 'Updates',
  promise: 'Promised updates',
  clock: 'Clocks',
  check: 'Checks',
  checkTemplate: 'Checklists',
  finding: 'Findings',
  allocation: 'Allocations',
  resource: 'Resources',
  run: 'Runs',
  recovery: 'Announcements of recoveries',
  plan: 'Recovery plans',
  suite: 'Suites',
  dataset: 'Datasets',
  snapshot: 'Snapshots',
  automation: 'Automation',
  monitor: 'Monitors',
  service: 'Services',
  subscriber: 'Subscribers',
  delivery: 'Deliveries',
  member: 'Members',
  invitation: 'Invitations',
  session: 'Sign-ins',
  key: 'Keys',
  team: 'Teams',
  settings: 'Settings',
  concern: 'Concerns',
};

const nouns = Object.keys(auditNounLabel) as EventNoun[];

export const listEventsInput = z.object({
  noun: z.enum(nouns).optional(),
  /** Events before this position. */
  before: z.coerce
    .bigint()
    .positive()
    .max(2n ** 63n - 1n)
    .optional(),
});
