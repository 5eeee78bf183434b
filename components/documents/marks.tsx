import type { ServiceStatus } from '@/lib/services/schema';
import type { Severity } from '@/lib/severity/schema';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const icons = {
  speech: 'M2.2 3h11.6v8H7.5L4.3 13.8V11H2.2z',
  plus: 'M8 3v10M3 8h10',
  clock: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 4.5V8l2.4 1.6',
  bell: 'M8 2.2c-2.4 0-4 1.8-4 4.2 0 3-1.2 4.1-1.2 4.9h10.4c0-.8-1.2-1.9-1.2-4.9 0-2.4-1.6-4.2-4-4.2M6.6 13.5c.7.7 2.1.7 2.8 0',
  feed: 'M3 3c5.5 0 10 4.5 10 10M3 7c3.3 0 6 2.7 6 6M3.5 12.5h.01',
  left: 'M10 3 5 8l5 5',
} as const;

export function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true" {...line}>
      <path d={icons[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 30 20" aria-hidden="true">
      <circle cx="20" cy="10" r="7.6" fill="none" stroke="currentColor" strokeWidth="2.2" opacity=".75" />
      <circle cx="10" cy="10" r="9" className="f-card" />
      <circle cx="10" cy="10" r="7.8" fill="currentColor" />
    </svg>
  );
}

const on = {
  className: 'on',
  fill: 'none',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const ring = <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const disc = <circle cx="8" cy="8" r="7" fill="currentColor" />;

const statusShapes: Record<ServiceStatus, React.ReactNode> = {
  OPERATIONAL: (
    <>
      {disc}
      <path d="M4.7 8.3 7 10.6l4.3-4.7" {...on} />
    </>
  ),
  DEGRADED: (
    <>
      {ring}
      <path d="M8 4.7v6M5.4 8.3 8 10.9l2.6-2.6" {...line} strokeWidth="1.7" />
    </>
  ),
  PARTIAL_OUTAGE: (
    <>
      {ring}
      <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />
    </>
  ),
  MAJOR_OUTAGE: (
    <>
      {disc}
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" {...on} />
    </>
  ),
};

export const statusClass: Record<ServiceStatus, string> = {
  OPERATIONAL: 'operational',
  DEGRADED: 'degraded',
  PARTIAL_OUTAGE: 'partial',
  MAJOR_OUTAGE: 'major',
};

export function StatusMark({ status, large }: { status: ServiceStatus; large?: boolean }) {
  const size = large ? ' xl' : '';
  return (
    <svg className={`mark st-${statusClass[status]}${size}`} viewBox="0 0 16 16" aria-hidden="true">
      {statusShapes[status]}
    </svg>
  );
}

const severityShapes: Record<Severity, React.ReactNode> = {
  CRITICAL: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M4.6 8h6.8" {...on} strokeWidth="2.4" />
    </>
  ),
  SEVERE: (
    <>
      <path
        d="M8 1.6 15.1 14.3H.9z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M8 6v4.1M8 12.5h.01" {...on} />
    </>
  ),
  MODERATE: (
    <>
      <path d="M8 1.3 14.7 8 8 14.7 1.3 8z" {...line} strokeWidth="1.7" />
      <path d="M8 1.3v13.4L1.3 8z" fill="currentColor" />
    </>
  ),
  TRIVIAL: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <circle cx="8" cy="8" r="1.7" fill="currentColor" />
    </>
  ),
};

export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <svg className={`mark sev-${severity.toLowerCase()}`} viewBox="0 0 16 16" aria-hidden="true">
      {severityShapes[severity]}
    </svg>
  );
}
