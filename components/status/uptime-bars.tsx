import { classNames } from '@/components/ui/class-names';
import type { ServiceStatus } from '@/lib/services/schema';
import { statusTone } from './status-mark';

export type UptimeDay = {
  /** The day as the title of its bar: "Sun 7 June". */
  date: string;
  status: ServiceStatus;
  /** The part of the day in trouble, 0 to 1. */
  share: number;
};

type UptimeBarsProps = {
  /** "Case Records: 99.71 percent available over 90 days. Days with trouble: 3." */
  label: string;
  /** Oldest first; today is on the right. */
  days: readonly UptimeDay[];
  /** Shows every day on phones too: for 45 days or fewer. */
  short?: boolean | undefined;
};

/** Heights are attributes, not styles, because documents allow no style attribute. */
export function UptimeBars({ label, days, short = false }: UptimeBarsProps) {
  return (
    <div className={classNames('bars', short && 'short')} role="img" aria-label={label}>
      {days.map((day) => (
        <Day key={day.date} {...day} />
      ))}
    </div>
  );
}

function Day({ date, status, share }: UptimeDay) {
  if (status === 'OPERATIONAL' || share <= 0) return <i className="d" title={date} />;
  const height = Math.min(100, Math.max(14, Math.round(share * 100)));
  return (
    <svg className={`d ${statusTone(status)}`} viewBox="0 0 4 100" preserveAspectRatio="none" aria-hidden>
      <title>{date}</title>
      <rect className="ok" width="4" height={Math.max(0, 100 - height - 7)} />
      <rect className="bad" y={100 - height} width="4" height={height} />
    </svg>
  );
}
