'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import { TextAreaField } from '@/components/ui/text-field';
import { PreviewCard } from '@/components/updates/preview-card';
import { incidentMove } from '@/lib/incidents/lifecycle';
import { publicStageWords } from '@/lib/updates/rules/public-stage';

/** The last word: what was done, and the question to every reporter. */
export function ResolveDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const draft = useDraft(`resolve:${incident.id}`, { text: '', reason: '' });
  const { text, reason } = draft.values;
  const skips = incidentMove(incident.stage, 'RESOLVED') === 'skip';
  const everyone = incident.visibility === 'PUBLIC';
  const missing = () => [
    ...(text.trim() ? [] : [{ field: 'text', message: 'Tell them what was done.' }]),
    ...(skips ? missingReason(reason, 'Stages are skipped. Say why in a few words.') : []),
  ];
  const act = useAct({
    ...formOnIncident(incident),
    draft,
    call: (body: { text: string; reason?: string }, { version, key }) =>
      api('POST /incidents/:ref/resolve', { ref: incident.ref, version, ...body }, { key }),
    missing,
    done: `${incident.ref} is resolved`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Resolve ${incident.ref}`}
      description="Its services work again from now on, its clocks stop, and nothing more is promised."
      submit={everyone ? 'Resolve and tell everyone' : 'Resolve and tell the reporters'}
      act={act}
      onSubmit={() => act.run({ text: text.trim(), ...(skips ? { reason: reason.trim() } : {}) })}
      onClose={onClose}
    >
      <TextAreaField
        {...act.field('text')}
        label={everyone ? 'What everyone reads' : 'What its reporters read'}
        hint="What it was, what was done, and what they may have to do or check."
        rows={4}
        value={text}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      {text.trim() ? (
        <PreviewCard
          severity={incident.severity}
          heading={incident.services.map(({ name }) => name).join(', ')}
          stage={publicStageWords('RESOLVED')}
          text={text}
          nextUpdateAt={null}
        />
      ) : null}
      {skips ? (
        <ReasonField
          label="Why are stages skipped?"
          hint="For the team, not for users."
          value={reason}
          onChange={(value) => draft.set({ reason: value })}
          error={act.errorOf('reason')}
        />
      ) : null}
      <Note icon="question">{askedWords(incident.reports.count)}</Note>
    </FormDialog>
  );
}

function askedWords(reports: number): string {
  if (reports === 0) return 'It has no reports, so nobody is asked whether it works now.';
  const who = reports === 1 ? 'Its reporter is asked' : `The reporters of all ${reports} reports are asked`;
  return `${who}: is it working for you now? Close it when you have their answers.`;
}
