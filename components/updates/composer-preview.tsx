'use client';

import { useIncident } from '@/components/incidents/incident-context';
import { Time } from '@/components/ui/time';
import { reachWords } from './composer-draft';
import { nextAmount } from './next-choices';
import { PreviewCard } from './preview-card';
import type { Composer } from './use-composer';

/** What people will see, as it is being written. */
export function ComposerPreview({ composer }: { composer: Composer }) {
  const { incident } = useIncident();
  const { preview, promises, nextValue, stage } = composer;
  const shown = preview.console;
  return (
    <div className="upd-comp-r">
      <h2 className="eyebrow">{preview.trackingPage ? 'What people will see' : 'What the team will see'}</h2>
      <PreviewCard
        severity={incident.severity}
        heading={incident.services.map(({ name }) => name).join(', ')}
        stage={stage === incident.stage ? undefined : shown.stage}
        text={shown.text}
        nextUpdateAt={shown.nextUpdateAt}
      />
      <p className="sm muted mt-3">
        {reachWords(preview)}
        {promises ? ` Sets the promise to ${nextAmount(nextValue)}.` : null}
        {!promises && incident.promise && incident.visibility === 'PUBLIC' ? (
          <>
            {' '}
            The promise to everyone stays: <Time at={incident.promise.dueAt} show="datetime" />.
          </>
        ) : null}
      </p>
      {preview.mail && preview.mail.recipients > 0 ? (
        <p className="xs muted mt-1">
          Subject: <span className="ink">{preview.mail.subject}</span>
        </p>
      ) : null}
    </div>
  );
}
