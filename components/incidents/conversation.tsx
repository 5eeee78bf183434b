'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect } from 'react';
import { api } from '@/components/api/api';
import { readAgain } from '@/components/api/read-again';
import { Staleness } from '@/components/live/staleness';
import { ReportDetailList } from '@/components/reports/report-details';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { ErrorState } from '@/components/ui/error-state';
import { Icon } from '@/components/ui/icon';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { FileView, ReportView } from '@/lib/reports/queries/views';
import { reportChannelLabel, reportStateLabel } from '@/lib/reports/schema';
import { type ConversationEntry, conversationEntries } from './conversation-entries';
import { useIncident } from './incident-context';
import { reportQuery } from './queries';
import { ReplyBox } from './reply-box';

interface ConversationProps {
  reportRef: string;
  /** Where the list of all reports is. */
  back: Route;
}

/** What one reporter and the team have said, both ways. */
export function Conversation({ reportRef, back }: ConversationProps) {
  const { incident } = useIncident();
  const query = useQuery(reportQuery(reportRef));
  const { data: report, error } = query;
  const canAnswer = incident.acts.includes('report.answer');
  useMarkRead(report, canAnswer);
  return (
    <Card className="inc-conv" aria-label={`Conversation on ${reportRef}`}>
      <div className="only-m">
        <Link href={back} scroll={false}>
          All reports
        </Link>
      </div>
      {report && error ? <Staleness query={query} /> : null}
      {report ? <ReportText report={report} /> : null}
      {!report && error ? (
        <ErrorState card={false} title="The report could not be read">
          {error.message}
        </ErrorState>
      ) : null}
      {report || error ? null : <Skeleton lines={5} label="The conversation" />}
      {report && canAnswer ? <ReplyBox report={report} /> : null}
    </Card>
  );
}

/** Whoever of the team has it open has seen what is on it. */
function useMarkRead(report: ReportView | undefined, may: boolean): void {
  const client = useQueryClient();
  const unread = report?.messages.some(({ author, readAt }) => author === 'REPORTER' && !readAt) ?? false;
  const ref = report?.ref;
  useEffect(() => {
    if (!unread || !ref || !may) return;
    // A mark that did not arrive is made the next time the conversation is opened.
    api('POST /reports/:ref/read', { ref }).then(
      () => readAgain(client, { queryKey: ['report'] }),
      () => undefined,
    );
  }, [unread, ref, may, client]);
}

function ReportText({ report }: { report: ReportView }) {
  return (
    <>
      <header>
        <div className="row flex-wrap">
          <span className="ref">{report.ref}</span>
          <Badge>{reportStateLabel[report.state]}</Badge>
          <span className="sm muted">{reportChannelLabel[report.channel]}</span>
        </div>
        <p className="mt-2">
          <b>{report.reporterName ?? 'No name given'}</b>
        </p>
        <ReportDetailList
          className="sm muted flex flex-wrap gap-x-4 [&>div]:flex [&>div]:gap-x-1"
          details={report}
        />
      </header>
      <ol className="grid gap-3" aria-label="Messages" aria-live="polite">
        {conversationEntries(report).map((entry) => (
          <EntryItem key={entry.id} entry={entry} report={report} />
        ))}
      </ol>
    </>
  );
}

function EntryItem({ entry, report }: { entry: ConversationEntry; report: ReportView }) {
  return (
    <li className={entry.ours ? 'inc-turn ours' : 'inc-turn'}>
      <div className="sm muted">
        <b>{entry.by}</b> <Time at={entry.at} show="full" />
        {entry.seen ? ' · seen' : null}
      </div>
      {entry.answer ? <b className="block">{t(`track.fixed.${entry.answer}`)}</b> : null}
      {entry.text ? <p className="whitespace-pre-wrap">{entry.text}</p> : null}
      <Files report={report} files={entry.files} />
    </li>
  );
}

function Files({ report, files }: { report: ReportView; files: readonly FileView[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-2">
      {files.map((file) => (
        <li key={file.id} className="row sm">
          <Icon name="clip" />
          <a href={`/api/v1/reports/${report.ref}/files/${file.id}`}>{file.name}</a>
        </li>
      ))}
    </ul>
  );
}
