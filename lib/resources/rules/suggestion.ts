import { listed } from '@/lib/language/words';
import type { ResourceView, SuggestionReason } from '@/lib/resources/queries/views';
import type { Aspect } from '@/lib/resources/schema';
import type { Area } from '@/lib/services/schema';

/** What is known of a resource beside the incident. */
export interface Candidate {
  resource: ResourceView;
  /** Names of the incident's services that it owns, or whose team it is. */
  owns: string[];
  /** Services of the incident whose team the person is in. */
  inTeamOf: string[];
  contactFor: string[];
  /** The server of the incident's services that it is a spare for. */
  spareFor: string | null;
  /** What the person can be asked for. */
  knows: string[];
  /** How often it was booked for one of these services before. */
  before: number;
  freeFrom: Date;
  freeUntil: Date | null;
  /** "14:35 BST" */
  time: (at: Date) => string;
}

/** Words by which people say what they know. */
const words: Record<Area, RegExp> = {
  NETWORKING: /network|dns|firewall|tls|certificate|routing|load balanc/i,
  SERVICES: /service|application|web|shop|code|deploy/i,
  INFRASTRUCTURE: /server|infrastructure|storage|disk|database|backup|machine|replica/i,
};

export interface Suggested {
  score: number;
  aspect: Aspect;
  reasons: SuggestionReason[];
}

function known(candidate: Candidate, area: Area | null, services: string[]): string[] {
  const named = services.map((name) => name.toLowerCase());
  return candidate.knows.filter(
    (one) => (area && words[area].test(one)) || named.some((name) => one.toLowerCase().includes(name)),
  );
}

function ties(candidate: Candidate, area: Area | null, services: string[]): [weight: number, text: string][] {
  const { owns, inTeamOf, contactFor, spareFor, before } = candidate;
  const knows = known(candidate, area, services);
  const found: [number, string][] = [];
  if (spareFor) found.push([5, `Spare for ${spareFor}`]);
  if (owns.length > 0) found.push([4, `Looks after ${listed(owns)}`]);
  if (inTeamOf.length > 0) found.push([2, `In the team of ${listed(inTeamOf)}`]);
  if (contactFor.length > 0) found.push([3, `Named as contact for ${listed(contactFor)}`]);
  if (knows.length > 0) found.push([2, `Knows ${listed(knows)}`]);
  if (before > 0)
    found.push([1, before === 1 ? 'Was on it once before' : `Was on it ${before} times before`]);
  return found;
}

function free({ freeFrom, freeUntil, time }: Candidate, now: Date): SuggestionReason {
  if (freeFrom > now) return { good: false, text: `Held until ${time(freeFrom)}` };
  return { good: true, text: freeUntil ? `Free now, until ${time(freeUntil)}` : 'Free now' };
}

/**
 * Why somebody or something is worth asking; null without any tie to the incident. A suggestion only: a person asks.
 * @param area where the fault points, when that is known
 */
export function suggest(
  candidate: Candidate,
  { area, services, now }: { area: Area | null; services: string[]; now: Date },
): Suggested | null {
  const found = ties(candidate, area, services);
  if (found.length === 0) return null;
  const availability = free(candidate, now);
  const score = found.reduce((sum, [weight]) => sum + weight, 0) + (availability.good ? 3 : 0);
  const things = candidate.resource.kind === 'EQUIPMENT';
  return {
    score,
    aspect: things ? 'INFRASTRUCTURE' : (area ?? 'SERVICES'),
    reasons: [availability, ...found.map(([, text]) => ({ good: true, text }))],
  };
}
