'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { useZone } from '@/components/ui/clock';
import { MarkSvg } from '@/components/ui/mark-svg';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Time } from '@/components/ui/time';
import { bytesInWords } from '@/lib/platform/rules/bytes';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import type { RunSnapshotView } from '@/lib/runs/queries/views';
import { useRun } from './run-context';
import { SnapshotDialog } from './snapshot-dialog';

/** The copy that data is reloaded from, with what the gate said of it. */
export function SnapshotCard() {
  const { snapshots, acts } = useRun();
  const [choosing, setChoosing] = useState(false);
  const may = acts.includes('chooseSnapshot');
  const [chosen] = snapshots;
  if (!chosen && !may) return null;
  return (
    <Card as="section" aria-labelledby="run-snapshot">
      <CardHeader
        id="run-snapshot"
        level={3}
        title={chosen?.restoredAt ? 'Snapshot in use' : 'Snapshot'}
        actions={chosen ? <Gate chosen={chosen} /> : null}
      />
      <div className="run-side">
        {chosen ? (
          <ChosenSnapshot snapshot={chosen} />
        ) : (
          <p>Data is reloaded from a snapshot. None is chosen yet.</p>
        )}
        {may ? (
          <Button variant={chosen ? 'default' : 'primary'} icon="snapshot" onClick={() => setChoosing(true)}>
            {chosen ? 'Choose another snapshot' : 'Choose a snapshot'}
          </Button>
        ) : null}
      </div>
      {choosing ? <SnapshotDialog onClose={() => setChoosing(false)} /> : null}
    </Card>
  );
}

function Gate({ chosen }: { chosen: RunSnapshotView }) {
  if (chosen.passed) return <Badge tone="good">Gate passed</Badge>;
  return <Badge tone="caution">Overridden</Badge>;
}

function ChosenSnapshot({ snapshot }: { snapshot: RunSnapshotView }) {
  const { service, clockStartedAt, startedAt, now } = useRun();
  const zone = useZone();
  const fault = Date.parse(clockStartedAt ?? startedAt ?? now);
  const age = Math.max(0, (fault - Date.parse(snapshot.takenAt)) / 1_000);
  const rpo = service.rpoMinutes === null ? null : service.rpoMinutes * 60;
  return (
    <>
      <b>
        <Time at={snapshot.takenAt} show="datetime" zone={zone} />
      </b>
      <p className="sm muted">
        {snapshot.datasetName} <span className="mono">{snapshot.externalId}</span>,{' '}
        {bytesInWords(snapshot.sizeBytes)}
      </p>
      {rpo === null ? (
        <p className="sm mt-2">
          {roundedDuration(age)} old at the fault; how much may be lost is not agreed.
        </p>
      ) : (
        <div className="mt-3">
          <ProgressBar
            value={Math.min(age, rpo)}
            max={rpo}
            tone={age > rpo ? 'bad' : 'good'}
            label={`${roundedDuration(age)} old against ${exactDuration(rpo)} allowed`}
          />
          <p className="row sm muted mt-1">
            <span>{roundedDuration(age)} old at the fault</span>
            <span className="sp">RPO {exactDuration(rpo)}</span>
          </p>
        </div>
      )}
      <GateLines lines={snapshot.gate} />
      {snapshot.overrideReason ? (
        <p className="sm mt-2">
          Used all the same: <b>{snapshot.overrideReason}</b>
        </p>
      ) : null}
    </>
  );
}

function GateLines({ lines }: { lines: RunSnapshotView['gate'] }) {
  return (
    <ul className="run-gate mt-3" aria-label="What the gate looked at">
      {lines.map(({ name, ok, sentence }) => (
        <li key={name}>
          <MarkSvg
            shape={ok ? 'tick' : 'cross'}
            className={ok ? 'st-operational' : 'st-major'}
            label={ok ? 'Right' : 'Not right'}
          />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
