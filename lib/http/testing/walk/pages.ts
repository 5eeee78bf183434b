import type { Role } from '@/lib/platform/context';

/** Pages that anybody may open, with a link that nobody was sent where they need one. */
export const openPages: Record<string, { path: string; status: number }> = {
  '/invitation/[token]': { path: '/invitation/unknown', status: 200 },
  '/not-me/[token]': { path: '/not-me/unknown', status: 404 },
  '/password': { path: '/password', status: 200 },
  '/password/[token]': { path: '/password/unknown', status: 200 },
  '/report': { path: '/report', status: 200 },
  '/report/confirm/[token]': { path: '/report/confirm/unknown', status: 404 },
  '/sign-in': { path: '/sign-in?next=/account', status: 200 },
  '/subscribe': { path: '/subscribe', status: 200 },
  '/subscriptions/[token]': { path: '/subscriptions/unknown', status: 404 },
  '/track': { path: '/track', status: 200 },
  '/track/[token]': { path: '/track/unknown', status: 404 },
};

type Staff = Exclude<Role, 'USER'>;

/** Those who have a console, from the one who may least: who is named may open a page, and all after them. */
const staff: readonly Staff[] = ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'];

/**
 * Who may open a page of the console, and who is told that there is no such subject; others are told that they may not.
 * A user is led to the report form instead, and a visitor to the sign-in page.
 */
export const consolePages: Record<string, [opens: Staff, knows?: Staff]> = {
  '/account': ['DEVELOPER'],
  '/audit': ['MANAGER'],
  '/home': ['DEVELOPER'],
  '/incidents': ['DEVELOPER'],
  '/incidents/[ref]': ['DEVELOPER', 'RESPONDER'],
  '/incidents/[ref]/investigation': ['DEVELOPER', 'RESPONDER'],
  '/incidents/[ref]/recovery': ['DEVELOPER', 'RESPONDER'],
  '/incidents/[ref]/reports': ['DEVELOPER', 'RESPONDER'],
  '/incidents/[ref]/resources': ['DEVELOPER', 'RESPONDER'],
  '/incidents/new': ['RESPONDER'],
  '/outbox': ['RESPONDER'],
  '/outbox/subscribers': ['MANAGER'],
  '/people': ['RESPONDER'],
  '/recovery': ['DEVELOPER'],
  '/recovery/[ref]': ['DEVELOPER', 'RESPONDER'],
  '/recovery/[ref]/record': ['DEVELOPER', 'RESPONDER'],
  '/recovery/drills': ['DEVELOPER'],
  '/resources': ['RESPONDER'],
  '/services': ['DEVELOPER'],
  '/services/[slug]': ['DEVELOPER'],
  '/services/[slug]/checklist': ['DEVELOPER'],
  '/services/[slug]/edit': ['MANAGER', 'DEVELOPER'],
  '/services/[slug]/plans': ['DEVELOPER'],
  '/services/[slug]/plans/[id]': ['DEVELOPER'],
  '/services/[slug]/plans/[id]/versions/[number]': ['DEVELOPER'],
  '/services/[slug]/suites': ['DEVELOPER'],
  '/services/[slug]/suites/[suiteId]': ['DEVELOPER'],
  '/services/new': ['MANAGER'],
  '/settings': ['DEVELOPER'],
  '/settings/automation': ['ADMIN'],
  '/settings/clocks': ['DEVELOPER'],
  '/settings/keys': ['ADMIN'],
  '/triage': ['RESPONDER'],
};

const nobodysId = '00000000-0000-7000-8000-000000000000';

/** What the pages of the console are about, by the names in their paths; `run` is the `ref` of those below /recovery. */
export type PageSubjects = Record<'slug' | 'id' | 'suiteId' | 'number' | 'run' | 'incident', string>;

/** Subjects that there are not. */
export const noSubjects: PageSubjects = {
  slug: 'nowhere',
  id: nobodysId,
  suiteId: nobodysId,
  number: '999',
  run: 'DR-999999',
  incident: 'INC-999999',
};

export function pagePath(page: string, subjects: PageSubjects): string {
  const ref = page.startsWith('/recovery') ? subjects.run : subjects.incident;
  return page.replaceAll(/\[(\w+)\]/g, (_, name) =>
    name === 'ref' ? ref : subjects[name as keyof PageSubjects],
  );
}

/** What a page answers to a member of this role, asked by its own address: `null` is a visitor. */
export function pageStatus(page: string, role: Role | null, whose: 'own' | 'foreign' | "nobody's"): number {
  if (role === null || role === 'USER') return 307;
  const [opens = staff.length, knows = opens] = (consolePages[page] ?? []).map((least) =>
    staff.indexOf(least ?? 'ADMIN'),
  );
  const least = { own: opens, foreign: Math.max(opens, knows), "nobody's": knows }[whose];
  if (staff.indexOf(role) < least) return 403;
  return whose === "nobody's" ? 404 : 200;
}
