'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { IncidentChecksView } from '@/lib/checks/queries/views';
import { areaLabel } from '@/lib/services/schema';
import { FindingDialog } from './finding-dialog';
import { MissingList } from './missing-list';
import { PathPicture } from './path-picture';

/** Where the fault points, the path of a request with what was seen on it, and what nobody looked at. */
export function PointsCard({ view, may }: { view: IncidentChecksView; may: boolean }) {
  const { points, findings } = view;
  const confirmed = findings.find((finding) => finding.state === 'CONFIRMED');
  return (
    <Card className="chk-points" aria-labelledby="points">
      <div className="h">
        <div>
          <h2 id="points" aria-live="polite">
            {points.headline}
          </h2>
          {confirmed && confirmed.sentence !== points.headline ? (
            <p className="ink">
              <b>Cause:</b> {confirmed.sentence}
            </p>
          ) : null}
          {points.explanation ? <p>{points.explanation}</p> : null}
        </div>
        <div className="conf">
          {confirmed ? (
            <>
              <b>Cause confirmed</b>
              by {confirmed.settledBy?.name ?? 'an API key'} at{' '}
              <Time at={confirmed.settledAt ?? confirmed.createdAt} show="auto" />
            </>
          ) : points.area ? (
            <>
              <b>{areaLabel[points.area]}</b>
              {may ? <Confirm view={view} /> : 'not confirmed yet'}
            </>
          ) : null}
        </div>
      </div>
      {points.paths.map((path) => (
        <PathPicture key={path.serviceId} path={path} />
      ))}
      <MissingList missing={points.notExamined} />
    </Card>
  );
}

function Confirm({ view }: { view: IncidentChecksView }) {
  const [asking, setAsking] = useState(false);
  const { points } = view;
  if (!points.area) return null;
  const about = {
    area: points.area,
    serviceId: points.serviceId,
    serverId: points.serverIds.length === 1 ? (points.serverIds[0] ?? null) : null,
    checkId: points.because[0] ?? null,
  };
  return (
    <>
      <Button size="sm" icon="flag" onClick={() => setAsking(true)}>
        Confirm the cause
      </Button>
      {asking ? (
        <FindingDialog about={about} sentence={points.headline} confirmed onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
