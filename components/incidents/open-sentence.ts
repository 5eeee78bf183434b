import { type Severity, severities, severityLabel } from '@/lib/severity/schema';

/** "3 incidents are open: 1 critical, 1 severe, 1 moderate". */
export function openSentence(open: Readonly<Record<Severity, number>>): string {
  const parts = severities.filter((severity) => open[severity] > 0);
  const total = parts.reduce((sum, severity) => sum + open[severity], 0);
  if (total === 0) return 'No incident is open';
  if (total === 1) return `1 ${severityLabel[parts[0] as Severity].toLowerCase()} incident is open`;
  const list = parts
    .map((severity) => `${open[severity]} ${severityLabel[severity].toLowerCase()}`)
    .join(', ');
  return `${total} incidents are open: ${list}`;
}
