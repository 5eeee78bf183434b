import { type Affected, affectedLabel, experienceLabel, experienceOf } from '@/lib/reports/schema';
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

export interface TriageFacts {
  readonly claimedSeverity: Severity;
  /** Monitoring claims a severity too, but did not choose an answer. */
  readonly fromMonitoring?: boolean;
  readonly affected?: Affected | null;
  readonly affectedCount?: number | null;
  /** None when the reporter was not sure which service it is. */
  readonly service: { readonly name: string; readonly tier: Tier } | null;
  /** This report and the others about the service in the last hour or so. */
  readonly voices: readonly Voice[];
  readonly openIncident?: { readonly ref: string; readonly severity: Severity } | null;
  readonly monitors?: { readonly failing: number; readonly total: number } | null;
}

export interface Suggestion {
  readonly severity: Severity;
  /** One sentence each, the weightiest first. */
  readonly reasons: string[];
}

/**
 * Counts reports as people: those that share a network block or a contact are one voice, whose word is their worst.
 * An office behind one address counts once, so that no single sender makes a crowd.
 */
export function distinctVoices(voices: readonly Voice[]): Severity[] {
  const groups: { marks: Set<string>; worst: Severity }[] = [];
  for (const { addressBlock, contact, claimedSeverity } of voices) {
    const marks = [addressBlock && `block ${addressBlock}`, contact && `contact ${contact}`].filter(
      (mark): mark is string => Boolean(mark),
    );
    const joined = groups.filter((group) => marks.some((mark) => group.marks.has(mark)));
    const worst = [claimedSeverity, ...joined.map((group) => group.worst)].sort(compareSeverity)[0];
    const merged = {
      marks: new Set([...marks, ...joined.flatMap((group) => [...group.marks])]),
      worst: worst ?? claimedSeverity,
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !joined.includes(group)), merged);
  }
  return groups.map((group) => group.worst);
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
  const told = `${words.length} people or places have told us.`;
  const half = [...words].sort(compareSeverity)[Math.ceil(words.length / 2) - 1];
  if (words.length < crowd || !half || compareSeverity(half, severity) >= 0)
    return { severity, reason: told };
  return {
    severity: worseBy(severity, 1),
    reason: `${told} Half of them or more say it is worse than this.`,
  };
}

function reach({ affected, affectedCount }: TriageFacts): string | null {
  if (affectedCount) return affectedCount === 1 ? 'one person' : `about ${affectedCount} people`;
  return affected && affected !== 'NOT_SURE' ? `“${affectedLabel[affected]}”` : null;
}

function weighReach(severity: Severity, facts: TriageFacts): Step {
  const who = reach(facts);
  if (!who) return { severity, reason: null };
  const many = facts.affected === 'EVERYONE' || (facts.affectedCount ?? 0) >= 20;
  if (many && severity === 'MODERATE') {
    return { severity: 'SEVERE', reason: `It affects ${who}, so parts of the service are lost to many.` };
  }
  return { severity, reason: `It affects ${who}.` };
}

function weighTier(severity: Severity, facts: TriageFacts, voices: number): Step {
  if (!facts.service) return { severity, reason: 'The reporter was not sure which service it is.' };
  const { name, tier } = facts.service;
  if (tier === 1 && severity === 'SEVERE' && voices >= crowd) {
    return { severity: 'CRITICAL', reason: `${name} is tier 1, and several people cannot work with it.` };
  }
  if (tier === 4 && severity === 'CRITICAL' && voices < crowd) {
    return { severity: 'SEVERE', reason: `${name} is tier 4 and can wait, and few people have told us.` };
  }
  return { severity, reason: `${name} is tier ${tier} of 4.` };
}

function weighMonitors(severity: Severity, { monitors }: TriageFacts): Step {
  if (!monitors || monitors.total === 0) return { severity, reason: null };
  const { failing, total } = monitors;
  if (failing === 0) return { severity, reason: `All ${total} monitors of the service pass.` };
  const found: Severity = failing === total ? 'CRITICAL' : 'SEVERE';
  const worse = compareSeverity(found, severity) < 0 ? found : severity;
  return { severity: worse, reason: `${failing} of ${total} monitors of the service fail.` };
}

function weighIncident(severity: Severity, { openIncident }: TriageFacts): Step {
  if (!openIncident) return { severity, reason: null };
  const worse = compareSeverity(openIncident.severity, severity) < 0;
  return {
    severity: worse ? openIncident.severity : severity,
    reason: `${openIncident.ref} (${severityLabel[openIncident.severity]}) is open on this service. It may belong there.`,
  };
}

/** A severity to start from, with its reasons. It decides nothing: a person does. */
export function suggestSeverity(facts: TriageFacts): Suggestion {
  const words = distinctVoices(facts.voices);
  const answer = facts.fromMonitoring
    ? `Monitoring reports it as ${severityLabel[facts.claimedSeverity]}.`
    : `The reporter chose “${experienceLabel[experienceOf[facts.claimedSeverity]]}”.`;
  const reasons = [answer];
  let severity = facts.claimedSeverity;
  for (const weigh of [
    () => weighMonitors(severity, facts),
    () => weighVoices(severity, words),
    () => weighReach(severity, facts),
    () => weighTier(severity, facts, words.length),
    () => weighIncident(severity, facts),
  ]) {
    const step = weigh();
    severity = step.severity;
    if (step.reason) reasons.push(step.reason);
  }
  return { severity, reasons };
}
