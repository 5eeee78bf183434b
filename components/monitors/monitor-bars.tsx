import { capital } from '@/lib/language/words';
import type { MonitorView } from '@/lib/monitors/queries/views';
import { resultsWords } from './monitor-words';

const shown = 30;
const width = 4;
const gap = 1.5;
const height = 20;
const minHeight = 5;

/** The last probes: a bar's height is how long the answer took, and one that failed is as high as it gets. */
export function MonitorBars({ monitor }: { monitor: MonitorView }) {
  const { results } = monitor;
  const slowest = Math.max(1, ...results.filter(({ ok }) => ok).map(({ totalMs }) => totalMs));
  const offset = shown - results.length;
  const unknown = Array.from({ length: offset }, (_, place) => place * (width + gap));
  const words = resultsWords(monitor);
  return (
    <svg
      className="mon-bars"
      viewBox={`0 0 ${shown * (width + gap) - gap} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={capital(words)}
    >
      {unknown.map((x) => (
        <rect key={x} className="none" x={x} y={height - 2} width={width} height={2} />
      ))}
      {results.map(({ at, ok, totalMs }, place) => {
        const high = ok ? minHeight + (height - minHeight - 3) * (totalMs / slowest) : height;
        return (
          <rect
            key={at}
            className={ok ? 'ok' : 'bad'}
            x={(offset + place) * (width + gap)}
            y={height - high}
            width={width}
            height={high}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
