import { roundedDuration } from '@/lib/platform/rules/duration';
import type { PublicDay, PublicService } from '@/lib/status/rules/public-view';
import { shortDay } from '@/lib/status/rules/times';
import { words } from '@/lib/status/rules/words';
import { statusClass } from './marks';

const daysShown = 90;
const dayWidth = 5;
const height = 28;

/** A day without trouble on every place; drawn once and used by every service. */
export function UptimeShapes() {
  return (
    <svg className="shapes" aria-hidden="true">
      <pattern id="days" width={dayWidth} height={height} patternUnits="userSpaceOnUse">
        <rect className="ok" width="3.7" height={height} rx="1.2" />
      </pattern>
    </svg>
  );
}

/** Minutes to the height of the mark: the square root lets a short fault be seen beside a day-long one. */
function markHeight(minutes: number): number {
  return Math.round(height * Math.min(1, 0.14 + 0.86 * Math.sqrt(minutes / 1440)) * 10) / 10;
}

function TroubleMark({ day, at }: { day: PublicDay; at: number }) {
  const tall = markHeight(day.minutes);
  const title = words.dayTitle(
    shortDay(`${day.date}T12:00:00Z`, 'UTC'),
    day.worst,
    roundedDuration(day.minutes * 60),
  );
  return (
    <g>
      <title>{title}</title>
      <rect className="gap" x={at} y={height - tall - 1.5} width="3.7" height="1.5" />
      <rect
        className={`st-${statusClass[day.worst]}`}
        x={at}
        y={height - tall}
        width="3.7"
        height={tall}
        fill="currentColor"
      />
    </g>
  );
}

export function percentText(percent: number): string {
  if (percent >= 100) return '100%';
  // Rounded down: a service with any trouble never reads as 100 %.
  return `${(Math.floor(percent * 100) / 100).toFixed(2)}%`;
}

export function UptimeStrip({ service }: { service: PublicService }) {
  const missing = daysShown - service.days.length;
  const trouble = service.days
    .map((day, index) => ({ day, at: (index + missing) * dayWidth }))
    .filter(({ day }) => day.minutes > 0);
  const label =
    service.uptime90 === null
      ? words.uptimeNew(service.name)
      : words.uptime(service.name, percentText(service.uptime90), service.days.length, trouble.length);
  const width = daysShown * dayWidth - 1.3;
  return (
    <div className="strip">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect width={width} height={height} fill="url(#days)" />
        {missing > 0 && <rect className="unknown" width={missing * dayWidth - 1.3} height={height} />}
        {trouble.map((entry) => (
          <TroubleMark key={entry.day.date} {...entry} />
        ))}
      </svg>
    </div>
  );
}
