import { clockOf } from '@/lib/language/time';
import type { PageContext } from '@/lib/status/render/page-context';
import { stampOf } from '@/lib/status/rules/times';
import { words } from '@/lib/status/rules/words';
import { Icon } from './marks';
import { Stamp } from './stamp';

const minute = 60_000;
/** Inside this the promise is nearly due, and the line turns gold. */
const soonMs = 5 * minute;

/** One tick a minute while they can be told apart, then one for every five minutes, half hour, quarter of a day. */
function tickCount(length: number): number {
  const steps = [1, 5, 30, 360].map((step) => step * minute);
  const step = steps.find((candidate) => length / candidate <= 60) ?? length / 20;
  return Math.max(2, Math.round(length / step));
}

function promiseTone(dueAt: string, now: string): '' | 'soon' | 'over' {
  const left = Date.parse(dueAt) - Date.parse(now);
  if (left < 0) return 'over';
  return left <= soonMs ? 'soon' : '';
}

function Ruler({ id, from, to, page }: { id: string; from: string; to: string; page: PageContext }) {
  const length = Math.max(minute, Date.parse(to) - Date.parse(from));
  const done = Math.min(1, Math.max(0, (Date.parse(page.asOf) - Date.parse(from)) / length));
  const at = `${Math.round(done * 1000) / 10}%`;
  const { zone } = page.organisation;
  const label = words.promiseLabel(clockOf(from, zone), clockOf(to, zone));
  return (
    <svg className="ruler" role="img" aria-label={label}>
      <pattern id={id} width={`${100 / tickCount(length)}%`} height="6" y="8" patternUnits="userSpaceOnUse">
        <rect className="tick" width="1.5" height="6" />
      </pattern>
      <rect y="8" width="100%" height="6" fill={`url(#${id})`} />
      <rect className="tick" y="14" width="100%" height="2" />
      <rect className="done" y="13" width={at} height="4" rx="2" />
      <circle className="needle" cx={at} cy="15" r="5" />
      <svg className="flag" x="100%" overflow="visible" aria-hidden="true">
        <path d="M-6 0 6 4.4-4 8.8V17h-2z" />
      </svg>
    </svg>
  );
}

interface PromiseProps {
  id: string;
  from: string;
  to: string;
  page: PageContext;
}

/** The promise of the next word, with a ruler from the last word to it. */
export function PromiseLine({ id, from, to, page }: PromiseProps) {
  const tone = promiseTone(to, page.asOf);
  const { zone } = page.organisation;
  return (
    <div className={`promise ${tone}`} data-from={from} data-to={to}>
      <div className="promise-h">
        <span className="promise-l">
          <Icon name="clock" />
          {words.nextBy}{' '}
          <b>
            <Stamp at={to} page={page} />
          </b>
        </span>
        <span className="promise-r" data-left="">
          {tone === 'over' ? words.promiseLate : ''}
        </span>
      </div>
      <Ruler id={id} from={from} to={to} page={page} />
      <div className="promise-f">
        <span>
          {words.updated} <Stamp at={from} show="bare" page={page} />
        </span>
        <time dateTime={to} data-t="bare">
          {stampOf(to, zone, page.asOf, { named: false })}
        </time>
      </div>
    </div>
  );
}
