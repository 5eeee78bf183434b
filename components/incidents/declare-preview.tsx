'use client';

import { useEffect, useRef } from 'react';
import { SeverityBadge } from '@/components/severity/severity-badge';
import { PreviewCard } from '@/components/updates/preview-card';
import type { ServiceSummary } from '@/lib/services/queries/views';
import type { Severity } from '@/lib/severity/schema';
import { publicStageWords } from '@/lib/updates/rules/public-stage';
import { type DeclareValues, resultingStatus } from './declare-values';
import { StatusChanges } from './status-changes';

interface DeclarePreviewProps {
  values: DeclareValues & { severity: Severity };
  services: readonly ServiceSummary[];
  nextUpdateAt: string | null;
}

/** What changes for users the moment it is declared. It takes the focus, so that it is read before the button. */
export function DeclarePreview({ values, services, nextUpdateAt }: DeclarePreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const shown = values.services.flatMap((one) => {
    const service = services.find(({ id }) => id === one.serviceId);
    const to = resultingStatus(values, one.status);
    return service?.visibility === 'PUBLIC' && to ? [{ service, to }] : [];
  });
  const names = shown.map(({ service }) => service.name).join(', ');
  return (
    <section className="stack" aria-label="What users will see">
      <h2 ref={heading} tabIndex={-1} className="text-lg">
        What users will see at once
      </h2>
      <p className="row flex-wrap">
        <SeverityBadge severity={values.severity} />
        <b>{values.title.trim()}</b>
      </p>
      <StatusChanges
        changes={shown.map(({ service, to }) => ({
          id: service.id,
          name: service.name,
          from: service.status,
          to,
        }))}
      />
      {values.text.trim() ? (
        <PreviewCard
          severity={values.severity}
          heading={names}
          stage={publicStageWords('TRIAGED')}
          text={values.text}
          nextUpdateAt={nextUpdateAt}
        />
      ) : (
        <p className="muted">
          The status page shows the title, the new status and when people hear next. No mail goes out until
          the first update.
        </p>
      )}
    </section>
  );
}
