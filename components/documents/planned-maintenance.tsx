import type { PublicMaintenance, PublicView } from '@/lib/status/rules/public-view';
import { rangeOf, shortDay } from '@/lib/status/rules/times';
import { words } from '@/lib/status/rules/words';

const shown = new Set(['SCHEDULED', 'IN_PROGRESS', 'VERIFYING']);

function Planned({ item, zone }: { item: PublicMaintenance; zone: string }) {
  const [weekday, day, month] = shortDay(item.startsAt, zone).split(' ');
  const range = rangeOf(item.startsAt, item.endsAt, zone);
  return (
    <li className="mt" id={`maintenance-${item.id}`}>
      <div className="dt" aria-hidden="true">
        {weekday}
        <b>{day}</b>
      </div>
      <div>
        <h3>{item.title}</h3>
        <p className="muted">
          <time dateTime={item.startsAt}>
            <span className="sr">
              {weekday} {day} {month},{' '}
            </span>
            {range}
          </time>
          . {item.state !== 'SCHEDULED' && `${words.maintenance[item.state]}. `}
          {item.text.plain}
        </p>
      </div>
    </li>
  );
}

export function PlannedMaintenance({ view }: { view: PublicView }) {
  const items = view.maintenance.filter((item) => shown.has(item.state)).slice(0, 5);
  return (
    <section className="blk" aria-labelledby="planned">
      <h2 id="planned">{words.planned}</h2>
      {items.length === 0 && <p className="muted">{words.noPlanned}</p>}
      <ul>
        {items.map((item) => (
          <Planned key={item.id} item={item} zone={view.organisation.zone} />
        ))}
      </ul>
    </section>
  );
}
