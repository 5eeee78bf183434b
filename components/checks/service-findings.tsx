'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Choice } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { LinkButton } from '@/components/ui/link-button';
import { TextAreaField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { ServiceFinding } from '@/lib/checks/queries/views';
import { to } from '@/lib/platform/rules/to';
import { areaLabel } from '@/lib/services/schema';
import { findingListQuery } from './queries';

/** On the page of a service; how its datasets are kept stands with them. */
export function ServiceFindings({ slug, initial }: { slug: string; initial: { items: ServiceFinding[] } }) {
  const { data } = useQuery({ ...findingListQuery(slug), initialData: initial });
  const findings = data.items.filter(({ kind }) => kind !== 'DATASET');
  return findings.length > 0 ? <ServiceFindingsCard findings={findings} /> : null;
}

interface CardProps {
  findings: ServiceFinding[];
  /** Where findings of several services stand together. */
  named?: boolean;
}

/** What Standby found on services, until somebody says what became of it. */
export function ServiceFindingsCard({ findings, named = false }: CardProps) {
  const [settling, setSettling] = useState<ServiceFinding | null>(null);
  return (
    <Card className="chk-findings" aria-labelledby="findings">
      <CardHeader id="findings" title="Findings" meta={findings.length} />
      <ul aria-labelledby="findings">
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            named={named}
            onSettle={() => setSettling(finding)}
          />
        ))}
      </ul>
      {settling ? <SettleDialog finding={settling} onClose={() => setSettling(null)} /> : null}
    </Card>
  );
}

interface ItemProps {
  finding: ServiceFinding;
  named: boolean;
  onSettle: () => void;
}

function FindingItem({ finding, named, onSettle }: ItemProps) {
  const { service, kind, incidentRef, runRef } = finding;
  const mayDeclare = useMemberActs().includes('incident.declare');
  const declares = mayDeclare && kind !== 'DATASET' && incidentRef === null;
  return (
    <li>
      <span className="row flex-wrap">
        {kind === 'OLD_PRIMARY' ? <Badge tone="bad">Critical</Badge> : <Badge tone="caution">Found</Badge>}
        {named ? <Link href={to(`/services/${service.slug}`)}>{service.name}</Link> : null}
        <span className="muted sm">{areaLabel[finding.area]}</span>
        <span className="sp muted sm">
          Standby, <Time at={finding.createdAt} show="auto" />
        </span>
      </span>
      <p>{finding.sentence}</p>
      <span className="row flex-wrap">
        {finding.acts.includes('finding.settle') ? (
          <Button size="sm" icon="check" onClick={onSettle}>
            Settle
          </Button>
        ) : null}
        {declares ? (
          <LinkButton size="sm" href={to(`/incidents/new?service=${service.slug}`)}>
            Declare an incident
          </LinkButton>
        ) : null}
        {incidentRef ? <Link href={to(`/incidents/${incidentRef}`)}>{incidentRef}</Link> : null}
        {runRef ? <Link href={to(`/recovery/${runRef}`)}>{runRef}</Link> : null}
      </span>
    </li>
  );
}

function SettleDialog({ finding, onClose }: { finding: ServiceFinding; onClose: () => void }) {
  const { id, version, sentence, kind } = finding;
  const [how, setHow] = useState('');
  const [retired, setRetired] = useState(false);
  const act = useAct({
    touches: ['home', 'service', 'incident'],
    version,
    form: 'opened',
    call: (entered: { how: string; retired: boolean }, { version: seen, key }) =>
      api('POST /findings/:id/settle', { id, version: seen, ...entered }, { key }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Settle this finding"
      description={sentence}
      submit="Settle it"
      size="sm"
      act={act}
      onSubmit={() => act.run({ how, retired })}
      onClose={onClose}
    >
      <TextAreaField
        label="How was it settled?"
        hint={
          kind === 'OLD_PRIMARY'
            ? 'What became of what the old primary took. Users are led back only once that is said.'
            : 'What was done about it. Found again after a day, it stands here again.'
        }
        {...act.field('how')}
        rows={3}
        maxLength={1_000}
        value={how}
        onChange={(event) => setHow(event.target.value)}
      />
      {kind === 'OLD_PRIMARY' ? (
        <Choice
          type="checkbox"
          label="It is retired"
          description="Nobody is led back to it, so Standby watches it no more. Otherwise it is found again while it takes writes."
          checked={retired}
          onChange={(event) => setRetired(event.target.checked)}
        />
      ) : null}
    </FormDialog>
  );
}
