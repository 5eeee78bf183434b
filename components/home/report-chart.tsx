'use client';

import { Card, CardHeader } from '@/components/ui/card';
import { useZone } from '@/components/ui/clock';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { clockOf } from '@/lib/language/time';
import { counted } from '@/lib/language/words';
import { chartScale } from './chart-scale';

type Hour = HomeSummary['reportsPerHour'][number];

const width = 360;
const plot = { top: 18, bottom: 140, right: 330 };
const leastSlots = 12;

const total = (hour: Hour) => hour.joined + hour.other;

/** The hours of today with their reports; those that belong to an incident stand out. */
export function ReportChart({ hours, today }: { hours: readonly Hour[]; today: number }) {
  const zone = useZone();
  const peak = [...hours].sort((a, b) => total(b) - total(a))[0];
  const { top, lines } = chartScale(peak ? total(peak) : 0);
  const slot = plot.right / Math.max(leastSlots, hours.length);
  const y = (value: number) => plot.bottom - (value / top) * (plot.bottom - plot.top);
  const busiest =
    peak && total(peak) > 0 ? ` Most at ${clockOf(peak.hour, zone)}: ${total(peak)}.` : ' None yet.';
  return (
    <Card>
      <CardHeader title="Reports per hour" meta={`Today, ${today}`} />
      <div className="home-chart">
        <ul className="k" aria-hidden>
          <li className="b">Joined to an incident</li>
          <li>Other</li>
        </ul>
        <svg
          viewBox={`0 0 ${width} 160`}
          role="img"
          aria-label={`${counted(today, 'report')} today.${busiest}`}
          suppressHydrationWarning
        >
          {lines.map((value) => (
            <g key={value}>
              <line className="grid" x1="0" x2={plot.right} y1={y(value)} y2={y(value)} />
              <text x={plot.right + 8} y={y(value) + 4}>
                {value}
              </text>
            </g>
          ))}
          {hours.map((hour, index) => (
            <Bar key={hour.hour} hour={hour} x={index * slot} slot={slot} y={y} most={top} />
          ))}
          <line className="axis" x1="0" x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
          {hours.map((hour, index) =>
            index % 3 === 0 ? (
              <text
                key={hour.hour}
                x={index * slot + slot / 2}
                y={plot.bottom + 15}
                className="mid"
                suppressHydrationWarning
              >
                {clockOf(hour.hour, zone).slice(0, 2)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
    </Card>
  );
}

interface BarProps {
  hour: Hour;
  x: number;
  slot: number;
  y: (value: number) => number;
  most: number;
}

function Bar({ hour, x, slot, y, most }: BarProps) {
  const { joined, other } = hour;
  const sum = joined + other;
  if (sum === 0) return null;
  const left = x + slot * 0.12;
  const wide = slot * 0.76;
  return (
    <g>
      {other > 0 ? (
        <rect className="other" x={left} width={wide} y={y(other)} height={plot.bottom - y(other)} />
      ) : null}
      {joined > 0 ? (
        <rect
          className="joined"
          x={left}
          width={wide}
          y={y(sum)}
          height={Math.max(1, y(other) - y(sum) - (other > 0 ? 1.5 : 0))}
        />
      ) : null}
      {sum * 3 >= most ? (
        <text className="mid strong" x={x + slot / 2} y={y(sum) - 4}>
          {sum}
        </text>
      ) : null}
    </g>
  );
}
