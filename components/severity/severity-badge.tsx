import { type Severity, severityLabel } from '@/lib/severity/schema';
import { SeverityMark } from './severity-mark';

export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <span className={`badge b-${severity.toLowerCase()}`}>
      <SeverityMark severity={severity} />
      {severityLabel[severity]}
    </span>
  );
}
