'use client';

import { useState } from 'react';
import { actOnIncident } from '@/components/incidents/api';
import { useIncident } from '@/components/incidents/incident-context';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import { useDraft, writeDraft } from '@/components/updates/draft-store';
import { PreviewCard } from '@/components/updates/preview-card';
import { incidentMove } from '@/lib/incidents/lifecycle';
import { incidentStagePublicLabel } from '@/lib/incidents/schema';
import { ActDialog } from './act-dialog';
import { missingReason, ReasonField } from './reason-field';

/** The last word: what was done, and the question to every reporter. */
export function ResolveDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const draft = `resolve:${incident.id}`;
  const [text, setText] = useDraft(draft);
  const [reason, setReason] = useState('');
  const skips = incidentMove(incident.stage, 'RESOLVED') === 'skip';
  const everyone = incident.visibility === 'PUBLIC';
  const missing = () => [
    ...(text.trim() ? [] : [{ field: 'act-text', message: 'Tell them what was done.' }]),
    ...(skips ? missingReason(reason, 'Stages are skipped. Say why in a few words.') : []),
  ];
  return (
    <ActDialog
      title={`Resolve ${incident.ref}`}
      description="Its services work again from now on, its clocks stop, and nothing more is promised."
      submit={everyone ? 'Resolve and tell everyone' : 'Resolve and tell the reporters'}
      done={`${incident.ref} is resolved`}
      missing={missing}
      act={({ version, key }) =>
        actOnIncident(
          incident.ref,
          'resolve',
          { text: text.trim(), version, ...(skips ? { reason: reason.trim() } : {}) },
          { key },
        )
      }
      onDone={() => writeDraft(draft, '')}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextAreaField
            id="act-text"
            name="text"
            label={everyone ? 'What everyone reads' : 'What its reporters read'}
            hint="What it was, what was done, and what they may have to do or check."
            rows={4}
            value={text}
            onChange={(event) => setText(event.target.value)}
            error={errorOf('act-text')}
          />
          {text.trim() ? (
            <PreviewCard
              severity={incident.severity}
              heading={incident.services.map(({ name }) => name).join(', ')}
              stage={incidentStagePublicLabel.RESOLVED}
              text={text}
              nextUpdateAt={null}
            />
          ) : null}
          {skips ? (
            <ReasonField
              label="Why are stages skipped?"
              hint="For the team, not for users."
              value={reason}
              onChange={setReason}
              error={errorOf('act-reason')}
            />
          ) : null}
          <Note icon="question">{askedWords(incident.reports.count)}</Note>
        </>
      )}
    </ActDialog>
  );
}

function askedWords(reports: number): string {
  if (reports === 0) return 'It has no reports, so nobody is asked whether it works now.';
  const who = reports === 1 ? 'Its reporter is asked' : `The reporters of all ${reports} reports are asked`;
  return `${who}: is it working for you now? Close it when you have their answers.`;
}
