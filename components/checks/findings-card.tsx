'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { findingLifecycle } from '@/lib/checks/lifecycle';
import type { FindingView } from '@/lib/checks/queries/views';
import { type FindingState, findingStateLabel } from '@/lib/checks/schema';
import { areaLabel } from '@/lib/services/schema';
import { FindingDialog } from './finding-dialog';
import { Refusal } from './refusal';

const tones = { SUSPECTED: 'caution', CONFIRMED: 'bad', RULED_OUT: 'plain' } as const satisfies Record<
  FindingState,
  string
>;

/** What people suspect, know to be the cause, and have ruled out. */
export function FindingsCard({ findings, may }: { findings: FindingView[]; may: boolean }) {
  const [adding, setAdding] = useState(false);
  return (
    <Card className="chk-findings" aria-labelledby="findings">
      <CardHeader
        id="findings"
        title="Findings"
        level={3}
        meta={findings.length === 0 ? 'none yet' : findings.length}
        actions={
          may ? (
            <Button size="sm" icon="plus" onClick={() => setAdding(true)}>
              Add a finding
            </Button>
          ) : null
        }
      />
      {findings.length > 0 ? (
        <ul aria-labelledby="findings">
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} may={may} />
          ))}
        </ul>
      ) : (
        <p className="pad muted">
          Write down what you suspect, so that somebody can confirm it or rule it out.
        </p>
      )}
      {adding ? <FindingDialog onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

function FindingItem({ finding, may }: { finding: FindingView; may: boolean }) {
  const { id, state } = finding;
  const settle = useAct({
    touches: ['incident'],
    version: finding.version,
    call: (verb: 'confirm' | 'rule-out', { version, key }) =>
      api(`POST /findings/:id/${verb}`, { id, version }, { key }),
  });
  const can = (to: FindingState) => may && findingLifecycle.canMove(state, to);
  const actor = finding.settledBy ?? finding.by;
  return (
    <li>
      <span className="row flex-wrap">
        <Badge tone={tones[state]}>{findingStateLabel[state]}</Badge>
        <span className="muted sm">{areaLabel[finding.area]}</span>
        <span className="sp muted sm">
          {actor?.name ?? 'An API key'}, <Time at={finding.settledAt ?? finding.createdAt} show="auto" />
        </span>
      </span>
      <p>{finding.sentence}</p>
      <Refusal act={settle} />
      {can('CONFIRMED') || can('RULED_OUT') ? (
        <span className="row flex-wrap">
          {can('CONFIRMED') ? (
            <Button
              size="sm"
              icon="check"
              pending={settle.pending}
              onClick={() => void settle.run('confirm')}
            >
              Confirm
            </Button>
          ) : null}
          {can('RULED_OUT') ? (
            <Button
              size="sm"
              variant="quiet"
              icon="x"
              pending={settle.pending}
              onClick={() => void settle.run('rule-out')}
            >
              Rule out
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  );
}
