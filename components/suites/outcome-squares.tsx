import type { CaseOutcome } from '@/lib/suites/schema';
import { outcomeBadge } from './outcome-badge';

interface Square {
  id: string;
  outcome: CaseOutcome | null;
}

/** One small square for each case or replay; grey ones are still to come. */
export function OutcomeSquares({ label, squares }: { label: string; squares: readonly Square[] }) {
  return (
    <div className="suite-squares" role="img" aria-label={label}>
      {squares.map(({ id, outcome }) => (
        <i key={id} className={outcome ? outcomeBadge[outcome].square : undefined} />
      ))}
    </div>
  );
}
