'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import type { AuditVerdictView } from '@/lib/audit/queries/views';
import { counted } from '@/lib/language/words';

/** Recomputes the chain on demand: over millions of events that takes a while. */
export function VerifyCard() {
  const canVerify = useMemberActs().includes('audit.verify');
  const [verdict, setVerdict] = useState<AuditVerdictView | null>(null);
  const act = useAct({ call: (_) => api('GET /audit/verify'), onDone: setVerdict });
  if (!canVerify) return null;
  return (
    <Card pad>
      <div className="row flex-wrap">
        <div className="min-w-0" aria-live="polite">
          {verdict ? (
            <VerifyResult verdict={verdict} />
          ) : (
            'The chain can be checked here, or with “standby audit verify”.'
          )}
        </div>
        <Button className="sp" icon="shield" pending={act.pending} onClick={() => void act.run()}>
          {act.pending ? 'Checking every event' : 'Check the chain'}
        </Button>
      </div>
      {act.errors[0] ? (
        <Note tone="bad" role="alert" className="mt-4">
          {act.errors[0].message}
        </Note>
      ) : null}
    </Card>
  );
}

function VerifyResult({ verdict }: { verdict: AuditVerdictView }) {
  const { ok, checked, faults, head, anchors, at } = verdict;
  return (
    <>
      <Outcome kind={ok ? 'ok' : 'bad'}>
        {ok
          ? `${checked} events checked, the chain holds.`
          : `${checked} events checked, ${faults.length} faults.`}
      </Outcome>
      {ok ? null : (
        <ul className="mt-2 list-disc pl-5">
          {faults.slice(0, 20).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <p className="muted sm mt-1">
        {counted(anchors, 'head')} written down outside the database compared. Head: position {head.position},{' '}
        <span className="mono break-all">{head.hash.slice(0, 16)}…</span>, <Time at={at} show="datetime" />.
      </p>
    </>
  );
}
