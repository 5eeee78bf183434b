import { z } from 'zod';

/** From worst to mildest. A report or incident has none before triage. */
export const severitySchema = z.enum(['CRITICAL', 'SEVERE', 'MODERATE', 'TRIVIAL']);
export type Severity = z.infer<typeof severitySchema>;
export const severities = severitySchema.options;

export const severityLabel: Record<Severity, string> = {
  CRITICAL: 'Critical',
  SEVERE: 'Severe',
  MODERATE: 'Moderate',
  TRIVIAL: 'Trivial',
};

export const severityMeaning: Record<Severity, string> = {
  CRITICAL: 'The service is not available.',
  SEVERE: 'The service is slow as a whole, or parts of it are not available.',
  MODERATE:
    'The service works and is usable, but something does not behave as expected. It may point at something deeper.',
  TRIVIAL: 'A very minor point that does not affect use. It may point at something deeper.',
};

/** Atlassian Statuspage's `impact` of an incident. */
export const statuspageImpact = {
  CRITICAL: 'critical',
  SEVERE: 'major',
  MODERATE: 'minor',
  TRIVIAL: 'none',
} as const satisfies Record<Severity, string>;

/** From which severity on somebody is told: “Everything”, “Severe and worse”, “Critical only”. */
export function fromSeverity(severity: Severity): string {
  if (severity === 'TRIVIAL') return 'Everything';
  return severity === 'CRITICAL' ? `${severityLabel[severity]} only` : `${severityLabel[severity]} and worse`;
}

/** Sorts worst first: negative when `a` is worse than `b`, 0 when equal. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

export function worstSeverity(list: readonly Severity[]): Severity | null {
  return [...list].sort(compareSeverity)[0] ?? null;
}

/** Critical and Severe flip the public status when declared, so they ask for one preview first. */
export function isUrgent(severity: Severity): boolean {
  return severity === 'CRITICAL' || severity === 'SEVERE';
}

/**
 * The status a service takes from an incident unless a person gives a reason for another one.
 * `slow`: the service is slow as a whole, and no part is missing.
 */
export function defaultStatus(severity: Severity, choice: { slow?: boolean } = {}) {
  switch (severity) {
    case 'CRITICAL':
      return 'MAJOR_OUTAGE';
    case 'SEVERE':
      return choice.slow ? 'DEGRADED' : 'PARTIAL_OUTAGE';
    case 'MODERATE':
      return 'DEGRADED';
    case 'TRIVIAL':
      return 'OPERATIONAL';
  }
}
