import { t } from '@/lib/language/catalogue';
import { type Affected, experienceOf } from '@/lib/reports/rules/details';
import type { Tier } from '@/lib/services/schema';
import { compareSeverity, type Severity, severities, severityLabel } from '@/lib/severity/schema';

/** A recent report about the same service, as far as it weighs. */
export interface Voice {
  readonly claimedSeverity: Severity;
  /** The keyed hash of the network block; null when it came by mail, phone or an alert. */
  readonly addressBlock: string | null;
  /** The address to reach the reporter, in lower case. */
  readonly contact: string | null;
}

export interface Evidence {
  readonly claimedSeverity: Severity;
  /** Monitoring claims a severity too, but did not choose an answer. */
  readonly fromMonitoring?: boolean;
  readonly affected?: Affected | null;
  readonly affectedCount?: number | null;
  /** None when the reporter was not sure which service it is. */
  readonly service: { readonly name: string; readonly tier: Tier } | null;
  /** The word of everybody who reported something about the service in the last hour or so, as `distinctVoices` counts. */
  readonly words: readonly Severity[];
  readonly openIncident?: { readonly ref: string; readonly severity: Severity } | null;
  readonly monitors?: { readonly failing: number; readonly total: number } | null;
}

export interface Suggestion {
  readonly severity: Severity;
  /** One sentence each, the weightiest first. */
  readonly reasons: string[];
}

/** Somebody, or an office, as far as reports show. */
interface Person {
  readonly marks: string[];
  worst: Severity;
}

/**
 * Counts reports as people: those that share a network block or a contact are one voice, whose word is their worst.
 * An office behind one address counts once, so that no single sender makes a crowd.
 */
export function distinctVoices(voices: readonly Voice[]): Severity[] {
  const people = new Set<Person>();
  const known = new Map<string, Person>();
  for (const { addressBlock, contact, claimedSeverity } of voices) {
    const marks = [addressBlock && `block ${addressBlock}`, contact && `contact ${contact}`].filter(
      (mark): mark is string => Boolean(mark),
    );
    const met = new Set(marks.flatMap((mark) => known.get(mark) ?? []));
    // The one with the most marks takes in the others, so that a crowd costs no more than its size.
    const [first = { marks: [], worst: claimedSeverity }, ...others] = [...met].sort(
      (a, b) => b.marks.length - a.marks.length,
    );
    for (const other of others) people.delete(other);
    for (const mark of [...others.flatMap((other) => other.marks), ...marks]) {
      if (known.get(mark) === first) continue;
      known.set(mark, first);
      first.marks.push(mark);
    }
    const words = [claimedSeverity, first.worst, ...others.map(({ worst }) => worst)];
    first.worst = words.sort(compareSeverity)[0] ?? claimedSeverity;
    people.add(first);
  }
  return [...people].map(({ worst }) => worst);
}

const crowd = 3;

function worseBy(severity: Severity, steps: number): Severity {
  const index = severities.indexOf(severity) - steps;
  return severities[Math.min(severities.length - 1, Math.max(0, index))] ?? severity;
}

interface Step {
  readonly severity: Severity;
  readonly reason: string | null;
}

/** The word of at least half of the voices moves the suggestion by one step; a crowd alone does nothing. */
function weighVoices(severity: Severity, words: readonly Severity[]): Step {
  if (words.length < 2) return { severity, reason: 'It is the only report about this so far.' };
  const count = `${words.length} people or places have told us.`;
  const half = [...words].sort(compareSeverity)[Math.ceil(words.length / 2) - 1];
  if (words.length < crowd || !half || compareSeverity(half, severity) >= 0)
    return { severity, reason: count };
  return {
    severity: worseBy(severity, 1),
    reason: `${count} Half of them or more say it is worse than this.`,
  };
}

function reach({ affected, affectedCount }: Evidence): string | null {
  if (affectedCount) return affectedCount === 1 ? 'one person' : `about ${affectedCount} people`;
  return affected && affected !== 'NOT_SURE' ? `“${t(`report.affected.${affected}`)}”` : null;
}

function weighReach(severity: Severity, evidence: Evidence): Step {
  const affected = reach(evidence);
  if (!affected) return { severity, reason: null };
  const many = evidence.affected === 'EVERYONE' || (evidence.affectedCount ?? 0) >= 20;
  if (many && severity === 'MODERATE') {
    return {
      severity: 'SEVERE',
      reason: `It affects ${affected}, so parts of the service are lost to many.`,
    };
  }
  return { severity, reason: `It affects ${affected}.` };
}

function weighTier(severity: Severity, evidence: Evidence, voices: number): Step {
  if (!evidence.service) return { severity, reason: 'The reporter was not sure which service it is.' };
  const { name, tier } = evidence.service;
  if (tier === 1 && severity === 'SEVERE' && voices >= crowd) {
    return { severity: 'CRITICAL', reason: `${name} is tier 1, and several people cannot work with it.` };
  }
  if (tier === 4 && severity === 'CRITICAL' && voices < crowd) {
    return { severity: 'SEVERE', reason: `${name} is tier 4 and can wait, and few people have told us.` };
  }
  return { severity, reason: `${name} is tier ${tier} of 4.` };
}

function weighMonitors(severity: Severity, { monitors }: Evidence): Step {
  if (!monitors || monitors.total === 0) return { severity, reason: null };
  const { failing, total } = monitors;
  if (failing === 0) return { severity, reason: `All ${total} monitors of the service pass.` };
  const found: Severity = failing === total ? 'CRITICAL' : 'SEVERE';
  const worse = compareSeverity(found, severity) < 0 ? found : severity;
  return { severity: worse, reason: `${failing} of ${total} monitors of the service fail.` };
}

function weighIncident(severity: Severity, { openIncident }: Evidence): Step {
  if (!openIncident) return { severity, reason: null };
  const worse = compareSeverity(openIncident.severity, severity) < 0;
  return {
    severity: worse ? openIncident.severity : severity,
    reason: `${openIncident.ref} (${severityLabel[openIncident.severity]}) is open on this service. It may belong there.`,
  };
}

/** A severity to start from, with its reasons. It decides nothing: a person does. */
export function suggestSeverity(evidence: Evidence): Suggestion {
  const { words } = evidence;
  const answer = evidence.fromMonitoring
    ? `Monitoring reports it as ${severityLabel[evidence.claimedSeverity]}.`
    : `The reporter chose “${t(`report.experience.${experienceOf[evidence.claimedSeverity]}`)}”.`;
  const reasons = [answer];
  let severity = evidence.claimedSeverity;
  for (const weigh of [
    () => weighMonitors(severity, evidence),
    () => weighVoices(severity, words),
    () => weighReach(severity, evidence),
    () => weighTier(severity, evidence, words.length),
    () => weighIncident(severity, evidence),
  ]) {
    const step = weigh();
    severity = step.severity;
    if (step.reason) reasons.push(step.reason);
  }
  return { severity, reasons };
}
