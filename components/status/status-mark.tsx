import { type MarkShape, type MarkSize, MarkSvg } from '@/components/ui/mark-svg';
import { type ServiceStatus, serviceStatusPublicLabel } from '@/lib/services/schema';

/** Round marks, so that a status never looks like a severity. */
const marks: Record<ServiceStatus, { shape: MarkShape; tone: string }> = {
  OPERATIONAL: { shape: 'tick', tone: 'operational' },
  DEGRADED: { shape: 'down', tone: 'degraded' },
  PARTIAL_OUTAGE: { shape: 'half', tone: 'partial' },
  MAJOR_OUTAGE: { shape: 'cross', tone: 'major' },
};

/** The end of the class names of a status: "st-major", "b-major", "t-major". */
export function statusTone(status: ServiceStatus): string {
  return marks[status].tone;
}

type StatusMarkProps = {
  status: ServiceStatus;
  size?: MarkSize | undefined;
  label?: boolean | undefined;
  className?: string | undefined;
};

export function StatusMark({ status, size = 'm', label = false, className }: StatusMarkProps) {
  const { shape, tone } = marks[status];
  return (
    <MarkSvg
      shape={shape}
      size={size}
      label={label ? serviceStatusPublicLabel[status] : undefined}
      className={className ? `st-${tone} ${className}` : `st-${tone}`}
    />
  );
}
