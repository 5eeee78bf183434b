'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import { shortened } from '@/lib/platform/rules/graphemes';
import {
  currentQueue,
  emptyQueue,
  forgetSent,
  type QueuedReport,
  type SentFromQueue,
  takeFromQueue,
  watchQueue,
} from './queue-store';
import { sendQueued } from './send-queued';

const retryMs = 20_000;

/** Reports that were written without a connection: sent as soon as there is one, and shown until then. */
export function SendQueue() {
  const { waiting, sent } = useSyncExternalStore(watchQueue, currentQueue, emptyQueue);
  const [busy, setBusy] = useState(false);
  const due = waiting.some((report) => !report.refusal);

  useEffect(() => {
    if (!due) return;
    let stopped = false;
    const sendAll = async (): Promise<void> => {
      if (stopped || !navigator.onLine) return;
      setBusy(true);
      for (const report of currentQueue().waiting) if (!report.refusal) await sendQueued(report);
      setBusy(false);
    };
    void sendAll();
    const timer = setInterval(sendAll, retryMs);
    window.addEventListener('online', sendAll);
    return () => {
      stopped = true;
      clearInterval(timer);
      window.removeEventListener('online', sendAll);
    };
  }, [due]);

  return (
    <div className="queue" aria-live="polite">
      {waiting.map((report) => (
        <WaitingReport key={report.clientKey} report={report} busy={busy} />
      ))}
      {sent.map((report) => (
        <Sent key={report.ref} report={report} />
      ))}
    </div>
  );
}

function WaitingReport({ report, busy }: { report: QueuedReport; busy: boolean }) {
  const drop = (
    <Button size="sm" onClick={() => takeFromQueue(report.clientKey, null)}>
      {t('report.queue.drop')}
    </Button>
  );
  return (
    <Note
      tone={report.refusal ? 'bad' : 'warn'}
      icon={report.refusal ? undefined : 'clock'}
      action={drop}
      title={t('report.queue.waiting')}
    >
      {report.refusal ?? (busy ? t('report.sending') : t('report.queue.later'))}{' '}
      <Time at={report.at} show="datetime" />
      <br />
      <span className="muted">{shortened(report.fields.description ?? '', 140)}</span>
    </Note>
  );
}

function Sent({ report }: { report: SentFromQueue }) {
  const follow = (
    <LinkButton size="sm" href={report.trackingPath} onClick={forgetSent}>
      {t('report.sent.follow')}
    </LinkButton>
  );
  return (
    <Note tone="accent" icon="check" action={follow} title={t('report.queue.sent')}>
      {t('report.sent.reference')}: <b className="ref">{report.ref}</b>
    </Note>
  );
}
