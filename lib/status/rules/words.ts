import { counted } from '@/lib/language/words';
import { isolatedIn } from '@/lib/platform/rules/isolate';
import type { ServiceStatus } from '@/lib/services/schema';
import { publicStageLabel } from '@/lib/updates/rules/public-stage';

/* Every text of the public documents that is not written by a person. Another language is another object of this type. */

const dayOf: Record<ServiceStatus, string> = {
  OPERATIONAL: 'no problems',
  DEGRADED: 'slow, or parts misbehaved',
  PARTIAL_OUTAGE: 'parts were not available',
  MAJOR_OUTAGE: 'not available',
};

const people = (count: number) => counted(count, 'person has reported this', 'people have reported this');

const english = {
  lang: 'en',
  skip: 'Skip to content',
  main: 'Main',
  status: 'Status',
  report: ['Report', ' a problem'],
  track: ['Track', ' a report'],
  signIn: 'Staff sign in',
  pageTitle: (name: string) => `Service status – ${name}`,
  checked: 'Checked',
  stale: 'This page is not being updated right now. It shows what we knew at',
  staleNext: 'We are working on it. If it is urgent, call the service desk.',
  reportButton: 'Report a problem',
  reportHint: ['Takes about a minute.', 'You do not need an account.'],
  since: 'Since',
  latest: 'Latest update at',
  edited: 'edited',
  declared: 'We know about this and are looking into it. The first update follows.',
  over: 'This is over.',
  again: 'We thought it was fixed, and it is not. We are working on it again.',
  moreOpen: (count: number) => (count === 1 ? 'One more open incident' : `${count} more open incidents`),
  nextBy: 'Next update by',
  promiseLate: 'late',
  updated: 'Updated',
  promiseLabel: (from: string, to: string) => `Updated ${from}, next update by ${to}`,
  affected: 'I’m affected too',
  readUpdates: (count: number) =>
    count < 2 ? 'Details' : count === 2 ? 'Read both updates' : `Read all ${count} updates`,
  people,
  services: 'All services',
  otherServices: 'Other services',
  moreServices: (folded: number, all: number) =>
    `Show ${folded} more, which work normally: ${all} services in all`,
  lastDays: 'Last',
  days: 'days',
  statusSince: 'since',
  uptime: (name: string, percent: string, days: number, trouble: number) =>
    `${name}: ${percent} available over ${days} days. Days with trouble: ${trouble || 'none'}.`,
  uptimeNew: (name: string) => `${name}: new, no days counted yet.`,
  newService: 'new',
  dayTitle: (day: string, status: ServiceStatus, time: string) => `${day}: ${dayOf[status]}, ${time}`,
  normalDay: 'A normal day',
  troubleDay: 'Part of a day with trouble: the taller, the longer',
  todayRight: 'Today is on the right',
  noServices: 'No services are listed yet',
  noServicesNext: 'They appear here as soon as the provider has added them.',
  recent: 'Recent history',
  historyBegins: 'The history begins today.',
  allIncidents: 'All incidents',
  noProblems: 'No problems',
  wentOn: 'Still going on:',
  fixedIn: (time: string) => `Fixed in ${time}.`,
  stillOpen: 'Still open.',
  quiet: 'No open incidents',
  quietLast: 'The last one ended on',
  quietNone: 'Nothing has been reported as broken so far.',
  quietTell: 'If something does not work for you, tell us: we may not know yet.',
  getUpdates: 'Get updates',
  getUpdatesHint: 'We’ll write when something changes, and only about what you choose.',
  email: 'Email',
  website: 'Leave this empty',
  emailExample: 'you@example.org',
  only: (name: string) => `${name} only`,
  subscribe: 'Subscribe',
  feed: 'RSS',
  now: 'Now',
  until: 'until',
  told: 'Already told us?',
  toldHint: 'Use your reference to see where it stands and reply to the team.',
  reference: 'Reference number',
  referenceExample: 'R-7K3M9Q',
  trackButton: 'Track my report',
  cannotUse: 'Can’t use this page?',
  cannotUseText: 'Call the service desk on',
  runBy: (name: string) => `Run by ${name}.`,
  desk: 'Service desk',
  timesIn: 'Times shown in',
  change: 'Change',
  incidentNow: (ref: string, title: string) => `${ref}: ${title}`,
  affects: 'Affects',
  ended: 'Ended',
  took: (time: string) => `It took ${time}.`,
  allUpdates: 'Updates',
  backToStatus: 'Status of all services',
  history: 'History',
  historyLead: 'Every public incident, by month. Times are those of the organisation.',
  quietMonth: 'No problems in this month.',
  older: 'Older',
  newer: 'Newer',
  missing: 'There is nothing at this address',
  missingText: 'The incident may have been taken back, or the address was cut off when it was copied.',
  stage: publicStageLabel,
  dayOf,
};

export type Words = typeof english;

/** What a sentence is given keeps its own direction. */
function isolating<T extends object>(texts: T): T {
  const entries = Object.entries(texts).map(([name, text]) => [
    name,
    typeof text === 'function' ? (...given: unknown[]) => text(...given.map(isolatedIn)) : text,
  ]);
  return Object.fromEntries(entries) as T;
}

/** The language of the documents: the one place to choose another. */
export const words: Words = isolating(english);
