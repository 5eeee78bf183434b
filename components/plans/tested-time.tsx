'use client';

import { Card, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { capital } from '@/lib/language/words';
import type { Estimate } from '@/lib/runs/queries/plan-views';

/** How long the plan takes, known from its verified runs only. */
export function TestedTimeCard({
  estimate,
  published,
}: {
  estimate: Estimate | null;
  published: number | null;
}) {
  return (
    <Card>
      <CardHeader title="Tested time" />
      <div className="pad">
        <p>
          <b>{estimate ? capital(estimate.words) : 'Never drilled'}</b>
        </p>
        <p className="sm muted mt-1">
          {estimate?.lastAt ? (
            <>
              Of version {published}, last <Time at={estimate.lastAt} show="date" />. Steps keep their history
              when they move; a new one counts after it was drilled.
            </>
          ) : (
            'No time is told to anybody until a drill of this plan is verified.'
          )}
        </p>
      </div>
    </Card>
  );
}
