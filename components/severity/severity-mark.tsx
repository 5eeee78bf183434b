import { type MarkShape, type MarkSize, MarkSvg } from '@/components/ui/mark-svg';
import { type Severity, severityLabel } from '@/lib/severity/schema';

/** The signs lose ink as the severity falls, so that they still rank in greyscale. */
const signs: Record<Severity, { shape: MarkShape; className: string }> = {
  CRITICAL: { shape: 'octagon', className: 'sev-critical' },
  SEVERE: { shape: 'triangle', className: 'sev-severe' },
  MODERATE: { shape: 'half-diamond', className: 'sev-moderate' },
  TRIVIAL: { shape: 'dotted-circle', className: 'sev-trivial' },
};

type SeverityMarkProps = {
  severity: Severity;
  size?: MarkSize | undefined;
  /** Reads the severity aloud: for a sign without its word beside it. */
  label?: boolean | undefined;
  className?: string | undefined;
};

export function SeverityMark({ severity, size = 'm', label = false, className }: SeverityMarkProps) {
  const sign = signs[severity];
  return (
    <MarkSvg
      shape={sign.shape}
      size={size}
      label={label ? severityLabel[severity] : undefined}
      className={className ? `${sign.className} ${className}` : sign.className}
    />
  );
}
