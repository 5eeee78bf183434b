'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Staleness } from '@/components/live/staleness';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { PageHeader } from '@/components/ui/page-header';
import type { CheckTemplatesView, CheckTemplateView } from '@/lib/checks/queries/views';
import { to } from '@/lib/platform/rules/to';
import { probeKindLabel } from '@/lib/probes/schema';
import { type Area, areaLabel, areaSchema } from '@/lib/services/schema';
import { checkTemplateListQuery } from './queries';
import { TemplateDialog } from './template-form';

interface ChecklistPageProps {
  initial: CheckTemplatesView;
}

type Asked =
  | { kind: 'edit'; template: CheckTemplateView | null }
  | { kind: 'archive'; template: CheckTemplateView };

/** What the checklist of a service is made of, area by area. */
export function ChecklistPage({ initial }: ChecklistPageProps) {
  const canEdit = useMemberActs().includes('checkTemplate.edit');
  const { service } = initial;
  const query = useQuery({ ...checkTemplateListQuery(service?.slug ?? null), initialData: initial });
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const archive = useAct({
    touches: ['checkTemplate'],
    call: ({ id, version }: CheckTemplateView, { key }) =>
      api('POST /check-templates/:id/archive', { id, version }, { key }),
    onDone: close,
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Services', href: '/services' },
          ...(service ? [{ label: service.name, href: to(`/services/${service.slug}`) }] : []),
          { label: 'Checklist' },
        ]}
        title={service ? `Checklist of ${service.name}` : 'Checklist of all services'}
        lead="It is created when an incident is investigated. What Standby can look at by itself follows from the addresses, servers, suites and datasets in the catalogue."
        actions={
          canEdit ? (
            <Button variant="primary" icon="plus" onClick={() => setAsked({ kind: 'edit', template: null })}>
              Add a check
            </Button>
          ) : null
        }
      />
      <Staleness query={query} />
      <div className="stack">
        {areaSchema.options.map((area) => (
          <AreaCard key={area} area={area} view={query.data} onAsk={canEdit ? setAsked : null} />
        ))}
      </div>
      {asked?.kind === 'edit' ? (
        <TemplateDialog
          template={query.data.templates.find(({ id }) => id === asked.template?.id) ?? asked.template}
          service={service}
          onClose={close}
        />
      ) : null}
      {asked?.kind === 'archive' ? (
        <ConfirmDialog
          title="Take this check off the list?"
          confirmLabel="Take it off"
          cancelLabel="Keep it"
          act={archive}
          onConfirm={() => void archive.run(asked.template)}
          onClose={close}
        >
          <p>
            “{asked.template.name}” is not on checklists that are created from now on
            {asked.template.service ? '' : ', of any service'}. Incidents that have it keep it.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

interface AreaCardProps {
  area: Area;
  view: CheckTemplatesView;
  onAsk: ((asked: Asked) => void) | null;
}

function AreaCard({ area, view, onAsk }: AreaCardProps) {
  const id = `checklist-${area.toLowerCase()}`;
  const derived = view.derived.filter((line) => line.area === area);
  const lines = view.templates.filter((template) => template.area === area);
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={areaLabel[area]} meta={`${derived.length + lines.length} checks`} />
      <ul aria-labelledby={id}>
        {derived.map((line) => (
          <li key={line.name} className="chk-line" aria-label={line.name}>
            <span className="t">
              {line.name}
              <small>{line.instruction}</small>
            </span>
            <Badge tone="plain" icon="bolt">
              {probeKindLabel[line.probeKind]}
            </Badge>
            <Badge tone="plain">From the catalogue</Badge>
          </li>
        ))}
        {lines.map((template) => (
          <Line key={template.id} template={template} onAsk={onAsk} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ template, onAsk }: { template: CheckTemplateView; onAsk: AreaCardProps['onAsk'] }) {
  const { name, instruction, probe, service } = template;
  return (
    <li className="chk-line" aria-label={name}>
      <span className="t">
        {name}
        {instruction ? <small>{instruction}</small> : null}
      </span>
      {probe ? (
        <Badge tone="plain" icon="bolt">
          {probeKindLabel[probe.kind]}
        </Badge>
      ) : null}
      <Badge tone="plain">{service ? `${service.name} only` : 'All services'}</Badge>
      {onAsk ? (
        <span className="row">
          <Button
            size="icon-sm"
            variant="quiet"
            icon="wrench"
            aria-label={`Change “${name}”`}
            onClick={() => onAsk({ kind: 'edit', template })}
          />
          <Button
            size="icon-sm"
            variant="quiet"
            icon="x"
            aria-label={`Take “${name}” off the list`}
            onClick={() => onAsk({ kind: 'archive', template })}
          />
        </span>
      ) : null}
    </li>
  );
}
