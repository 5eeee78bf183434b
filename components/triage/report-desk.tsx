'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DeclareForm } from '@/components/incidents/declare-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
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
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'declare' | 'ask' | null>(null);
  const { choice, refusal, pending, setRefusal, sendQuestion } = useDecision({
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
        run: () => choice.set({ severity }),
      })),
      {
        key: 'm',
        does: 'Join the likeliest incident',
        run: () => candidate && choice.set({ place: candidate }),
      },
      { key: 'n', does: 'Open a new incident', run: () => choice.set({ place: 'new' }) },
      { key: 'x', does: 'Answer and close', run: () => choice.set({ place: 'decline' }) },
      { key: 'a', does: 'Ask the reporter', run: () => setDialog('ask') },
      { key: 'Enter', does: 'Do what the main button says', run: () => void choice.act() },
    ],
    report.decided === null,
  );

  return (
    <>
      <ReportPane report={report} me={me} />
      <DecisionPane report={report} choice={choice} refusal={refusal} pending={pending} />
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
          onRefused={(problem) => {
            if (problem.problem.title !== 'conflict') return;
            // Somebody else was faster: the report says what they decided.
            setDialog(null);
            setRefusal(problem.message);
            void client.invalidateQueries({ queryKey: ['report'] });
          }}
        />
      </Dialog>
      <AskDialog
        open={dialog === 'ask'}
        name={report.reporterName ?? 'the reporter'}
        pending={pending}
        refusal={refusal}
        onClose={() => setDialog(null)}
        onSend={sendQuestion}
      />
    </>
  );
}

interface AskDialogProps {
  open: boolean;
  name: string;
  pending: boolean;
  refusal: string | null;
  onClose: () => void;
  onSend: (text: string) => Promise<boolean>;
}

function AskDialog({ open, name, pending, refusal, onClose, onSend }: AskDialogProps) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setMissing(true);
    if (!(await onSend(text))) return;
    setText('');
    onClose();
  };
  const error = missing ? 'Write the question first.' : open ? (refusal ?? undefined) : undefined;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Ask ${name}`}
      description="They get it by e-mail and on their page. The report waits for the answer; its clock stands still."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={pending} onClick={() => void send()}>
            Send the question
          </Button>
        </>
      }
    >
      <TextAreaField
        label="Your question"
        name="question"
        value={text}
        error={error}
        onChange={(event) => {
          setText(event.target.value);
          setMissing(false);
        }}
      />
    </Dialog>
  );
}
