import { classNames } from './class-names';

const widths = ['46%', '100%', '86%', '64%', '92%', '72%'];

type SkeletonProps = { lines?: number | undefined; label?: string | undefined; card?: boolean | undefined };

/** The shape of what is coming; seen only after 300 ms. */
export function Skeleton({ lines = 4, label = 'Loading', card = true }: SkeletonProps) {
  return (
    <div role="status" aria-label={label} className={classNames('sk', card && 'card pad')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <i key={line} style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  );
}

export function SkeletonRows({
  rows = 5,
  label = 'Loading',
}: {
  rows?: number | undefined;
  label?: string | undefined;
}) {
  return (
    <div role="status" aria-label={label} className="sk card">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <div key={row} className="sk-row">
          <i style={{ width: widths[(row + 2) % widths.length] }} />
        </div>
      ))}
    </div>
  );
}
