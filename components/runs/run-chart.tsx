'use client';

import { useZone } from '@/components/ui/clock';
import { roundedDuration } from '@/lib/platform/rules/duration';
import { useRun } from './run-context';
import { objectiveAt, type PhaseRow, type RunPicture, runPicture } from './run-picture';
import { exactClock } from './run-words';
import { useSecond } from './use-second';

/** The phases against time. What it shows is said in words beside it, so the drawing itself is silent. */
export function RunChart() {
  const run = useRun();
  const zone = useZone();
  const now = useSecond(run.now, run.finishedAt);
  const picture = runPicture(run, now);
  const { axis, rows } = picture;
  const clock = (at: number) => exactClock(at, zone, axis.fine);
  return (
    <>
      <div className="relative px-6 pt-4.5 pb-5 max-md:p-4">
        <div className="run-g-in">
          <div className="run-axis" aria-hidden suppressHydrationWarning>
            {labelledTicks(picture).map((tick) => (
              <span key={tick} style={{ '--x': `${axis.at(tick)}%` }} suppressHydrationWarning>
                {clock(tick)}
              </span>
            ))}
          </div>
          {rows.map((row) => (
            <Phase key={row.number} row={row} picture={picture} />
          ))}
          {run.finishedAt ? null : <FinishRow picture={picture} clock={clock} />}
        </div>
        <div className="run-lines" aria-hidden suppressHydrationWarning>
          {picture.now === null ? null : (
            <div className="run-vl" style={{ '--x': `${picture.now}%` }} suppressHydrationWarning>
              <b suppressHydrationWarning>Now {clock(now)}</b>
            </div>
          )}
          {picture.rto ? (
            <div className="run-vl rto" style={{ '--x': `${picture.rto.x}%` }} suppressHydrationWarning>
              <b suppressHydrationWarning>RTO {clock(picture.rto.at)}</b>
            </div>
          ) : null}
        </div>
      </div>
      <Key picture={picture} />
    </>
  );
}

/** A label under the flag of now or of the objective would only be half of one. */
function labelledTicks({ axis, now, rto }: RunPicture): number[] {
  const flags = [now, rto?.x].filter((x) => x != null);
  return axis.ticks.filter((tick) => flags.every((x) => Math.abs(axis.at(tick) - x) > flagRoom));
}

/** Percent of the width. */
const flagRoom = 9;

function GridLines({ picture }: { picture: RunPicture }) {
  return picture.axis.ticks.map((tick) => (
    <u key={tick} style={{ '--x': `${picture.axis.at(tick)}%` }} suppressHydrationWarning />
  ));
}

function Phase({ row, picture }: { row: PhaseRow; picture: RunPicture }) {
  const { number, name, mark, expected, actual } = row;
  return (
    <>
      <div className={`run-gl ${mark}`}>
        {number} {name}
      </div>
      <div className="run-gb" aria-hidden suppressHydrationWarning>
        <GridLines picture={picture} />
        {expected ? (
          <i className="ex" style={{ '--x': `${expected.x}%`, '--w': `${expected.width}%` }} />
        ) : null}
        {actual ? (
          <i
            className={mark === 'cur' ? 'ac cur' : 'ac'}
            style={{ '--x': `${actual.x}%`, '--w': `${actual.width}%` }}
            suppressHydrationWarning
          />
        ) : null}
      </div>
      <div className="run-gv" suppressHydrationWarning>
        {phaseWords(row)}
      </div>
    </>
  );
}

/** Without its unit where the figure before it has the same. */
const withoutUnit = (words: string, before: string): string =>
  /^\d+ \D+$/.test(words) && words.replace(/^\d+/, '') === before.replace(/^\d+/, '')
    ? words.replace(/\D+$/, '')
    : words;

function phaseWords({ mark, state, actualSeconds, expectedSeconds }: PhaseRow) {
  if (state === 'SKIPPED') return <em>skipped</em>;
  if (mark === 'todo') {
    return (
      <em>{expectedSeconds === null ? 'never timed' : `usually ${roundedDuration(expectedSeconds)}`}</em>
    );
  }
  const took = roundedDuration(actualSeconds ?? 0);
  if (mark === 'cur') {
    return (
      <>
        {took} so far
        {expectedSeconds === null ? null : <em>of {withoutUnit(roundedDuration(expectedSeconds), took)}</em>}
      </>
    );
  }
  const over = expectedSeconds === null ? null : Math.round((actualSeconds ?? 0) - expectedSeconds);
  return (
    <>
      {took}
      {over === null || over === 0 ? null : (
        <em>
          {over > 0 ? '+' : '−'}
          {withoutUnit(roundedDuration(Math.abs(over)), took)}
        </em>
      )}
    </>
  );
}

function FinishRow({ picture, clock }: { picture: RunPicture; clock: (at: number) => string }) {
  const run = useRun();
  const { band, dots } = picture;
  const rto = objectiveAt(run);
  const end = band ? band.to : null;
  const spare = rto === null || end === null ? null : (rto - end) / 1_000;
  const named = run.estimate?.basis === 'PERCENTILES' ? ['p50', 'p90'] : ['likely', 'by'];
  return (
    <>
      <div className="run-gl back">{run.mode === 'LIVE' ? 'Back in service' : 'Verified'}</div>
      <div className="run-gb back" aria-hidden suppressHydrationWarning>
        <GridLines picture={picture} />
        {band ? (
          <>
            <span className="lab from" style={{ '--x': `${band.x}%` }}>
              {named[0]} {clock(band.from)}
            </span>
            <span className="lab to" style={{ '--x': `${band.x + band.width}%` }}>
              {named[1]} {clock(band.to)}
            </span>
            <i className="band" style={{ '--x': `${band.x}%`, '--w': `${band.width}%` }} />
          </>
        ) : null}
        {dots.map((x, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: past runs in one order, and two may end in one place.
          <i key={index} className="dot" style={{ '--x': `${x}%` }} />
        ))}
      </div>
      <div className="run-gv back">
        {spare === null ? null : (
          <>
            {roundedDuration(Math.abs(spare))}
            <em>{spare >= 0 ? 'spare' : 'over the RTO'}</em>
          </>
        )}
      </div>
    </>
  );
}

function Key({ picture }: { picture: RunPicture }) {
  const { mode, estimate } = useRun();
  return (
    <div className="run-key" aria-hidden>
      <span>
        <i className="k1" />
        Expected, median of past runs
      </span>
      <span>
        <i className="k2" />
        Actual
      </span>
      {picture.band ? (
        <span>
          <i className="k3" />
          {estimate?.basis === 'PERCENTILES' ? 'p50 to p90' : 'Likely to careful'}
        </span>
      ) : null}
      {picture.dots.length > 0 ? (
        <span>
          <i className="k4" />
          {mode === 'LIVE' ? 'Where each past run would finish from here' : 'Where each past run would end'}
        </span>
      ) : null}
    </div>
  );
}
