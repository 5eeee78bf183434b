'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import Link from 'next/link';
import { Card, CardHeader } from '@/components/ui/card';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import { counted } from '@/lib/language/words';
import { to } from '@/lib/platform/rules/to';
import type { SuiteSummary } from '@/lib/suites/queries/views';
import { suiteListQuery } from './queries';
import { replayStateBadge } from './replay-state';

interface VerificationCardProps {
  slug: string;
  initial: SuiteSummary[];
}

/** On the page of a service: what proves a copy of it, and when it last did. */
export function VerificationCard({ slug, initial }: VerificationCardProps) {
  const { data: suites } = useQuery({ ...suiteListQuery(slug), initialData: initial });
  const list = `/services/${slug}/suites` as const;
  return (
    <Card>
      <CardHeader
        title={suites.length > 1 ? 'Verification suites' : 'Verification suite'}
        actions={<Link href={list}>{suites.length > 0 ? 'All suites' : 'Add one'}</Link>}
      />
      <div className="pad stack">
        {suites.length === 0 ? <p className="muted">Nothing proves a copy of this service yet.</p> : null}
        {suites.map((suite) => (
          <SuiteLine key={suite.id} suite={suite} href={to(`${list}/${suite.id}`)} />
        ))}
      </div>
    </Card>
  );
}

function SuiteLine({ suite, href }: { suite: SuiteSummary; href: Route }) {
  const { baseline, latest, cases } = suite;
  return (
    <div>
      <Link href={href}>
        <b>{suite.name}</b>
      </Link>
      {latest ? (
        <p>
          <Outcome kind={replayStateBadge[latest.state].kind}>
            {latest.matched} of {latest.total} match
          </Outcome>
        </p>
      ) : null}
      <p className="sm muted">
        {baseline ? (
          <>
            Baseline version {baseline.number} of <Time at={baseline.recordedAt} show="date" />.{' '}
          </>
        ) : (
          `${counted(cases, 'case')}, no baseline yet. `
        )}
        {latest ? (
          <>
            Last run <Time at={latest.startedAt} show="relative" />
            {latest.run ? ` in ${latest.run.ref}` : ''}.
          </>
        ) : null}
      </p>
    </div>
  );
}
