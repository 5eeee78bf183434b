'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { DeclareForm } from '@/components/incidents/declare-form';
import { Dialog } from '@/components/ui/dialog';
import { FormDialog } from '@/components/ui/form-dialog';
import { showToast } from '@/components/ui/show-toast';
import { TextAreaField } from '@/components/ui/text-field';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { severities, severityLabel } from '@/lib/severity/schema';
import type { TriageReport } from '@/lib/triage/queries/views';
import { DecisionPane } from './decision-pane';
import { ReportPane } from './report-pane';
import { useDecision } from './use-decision';

interface ReportDeskProps {
  report: TriageReport;
  me: string;
  onDecided: () => void;
}

/** One report on the desk: what was said, and the decision about it, by mouse or by keys. */
export function ReportDesk({ report, me, onDecided }: ReportDeskProps) {
  const router = useRouter();
  const [dialog, setDialog] = useState<'declare' | 'ask' | null>(null);
  const choice = useDecision({
    report,
    onDecided,
    onDeclare: () => setDialog('declare'),
    onAsk: () => setDialog('ask'),
  });
  const candidate = report.candidates[0]?.ref;
  useShortcuts(
    'This report',
    [
      ...severities.map((severity, index) => ({
        key: String(index + 1),
        does: severityLabel[severity],
        run: () => choice.choose({ severity }),
      })),
      {
        key: 'm',
        does: 'Join the likeliest incident',
        run: () => candidate && choice.choose({ place: candidate }),
      },
      { key: 'n', does: 'Open a new incident', run: () => choice.choose({ place: 'new' }) },
      { key: 'x', does: 'Answer and close', run: () => choice.choose({ place: 'decline' }) },
      { key: 'a', does: 'Ask the reporter', run: () => setDialog('ask') },
      { key: 'Enter', does: 'Do what the main button says', run: choice.act },
    ],
    report.decided === null,
  );

  return (
    <>
      <ReportPane report={report} me={me} />
      <DecisionPane report={report} choice={choice} />
      <Dialog
        open={dialog === 'declare'}
        onOpenChange={(open) => setDialog(open ? 'declare' : null)}
        title="Declare an incident"
        description={`From ${report.ref}${report.reporterName ? `, ${report.reporterName}` : ''}. The reporter is told that it is being worked on.`}
        size="lg"
      >
        <DeclareForm
          report={{
            id: report.id,
            version: report.version,
            ref: report.ref,
            serviceId: report.service?.id ?? null,
            title: report.summary,
            slow: report.slow,
          }}
          severity={choice.state.severity}
          onCancel={() => setDialog(null)}
          onDeclared={(ref) => {
            showToast({ title: `${ref} declared` });
            router.push(`/incidents/${ref}`);
          }}
        />
      </Dialog>
      {dialog === 'ask' ? (
        <AskDialog report={report} onAsked={onDecided} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

interface AskDialogProps {
  report: TriageReport;
  onAsked: () => void;
  onClose: () => void;
}

function AskDialog({ report, onAsked, onClose }: AskDialogProps) {
  const draft = useDraft(`ask:${report.id}`, { text: '' });
  const { text } = draft.values;
  const act = useAct({
    touches: ['report', 'home'],
    version: report.version,
    form: 'opened',
    draft,
    call: (question: string, { version, key }) =>
      api('POST /triage/reports/:ref/ask', { ref: report.ref, version, text: question }, { key }),
    missing: () => (text.trim() ? [] : [{ field: 'text', message: 'Write the question first.' }]),
    done: `${report.ref}: the reporter was asked`,
    onDone: () => {
      onClose();
      onAsked();
    },
  });
  return (
    <FormDialog
      title={`Ask ${report.reporterName ?? 'the reporter'}`}
      description="They get it by e-mail and on their page. The report waits for the answer; its clock stands still."
      submit="Send the question"
      size="sm"
      act={act}
      onSubmit={() => act.run(text)}
      onClose={onClose}
    >
      <TextAreaField
        {...act.field('text')}
        label="Your question"
        value={text}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
    </FormDialog>
  );
}
