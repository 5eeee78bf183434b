import Link from 'next/link';
import { ReportDetailList } from '@/components/reports/report-details';
import { StatusText } from '@/components/status/status-badge';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { reportChannelLabel } from '@/lib/reports/schema';
import type { TriageReport } from '@/lib/triage/queries/views';

/** What the reporter said, in their words first. */
export function ReportPane({ report, me }: { report: TriageReport; me: string }) {
  const reader = report.reading && report.reading.member.id !== me ? report.reading.member : null;
  return (
    <section className="tri-report" aria-label="Report">
      <div className="mx-auto max-w-165">
        <div className="tri-top">
          <span className="ref">{report.ref}</span>
          <span>
            Sent <Time at={report.receivedAt} />
          </span>
          {report.enteredBy ? <span>entered by {report.enteredBy.name}</span> : null}
          {reader ? (
            <span className="sp row">
              <Avatar name={reader.name} size="s" decorative />
              {reader.name} is reading this
            </span>
          ) : null}
        </div>
        <h2 className="title">{report.summary}</h2>
        {report.decided ? (
          <div className="mt-4">
            <Note tone="warn" role="status">
              {report.decided.sentence} <Time at={report.decided.at} />
              {report.incidentRef ? (
                <>
                  {' '}
                  <Link href={`/incidents/${report.incidentRef}`}>Open {report.incidentRef}</Link>
                </>
              ) : null}
            </Note>
          </div>
        ) : null}
        {report.description === report.summary ? null : (
          <blockquote className="tri-said">{report.description}</blockquote>
        )}
        <Details report={report} />
        <Files report={report} />
        <Messages report={report} />
      </div>
    </section>
  );
}

function Details({ report }: { report: TriageReport }) {
  return (
    <ReportDetailList className="tri-details" details={report} missing="not said">
      <div>
        <dt>Service</dt>
        <dd>
          {report.service ? (
            <>
              <Link href={`/services/${report.service.slug}`}>{report.service.name}</Link>
              <small>
                <StatusText status={report.service.status} for="members" />
              </small>
            </>
          ) : (
            'Not sure'
          )}
        </dd>
      </div>
      <div>
        <dt>From</dt>
        <dd>
          {report.reporterName ?? 'No name given'}
          <small>{reportChannelLabel[report.channel]}</small>
        </dd>
      </div>
    </ReportDetailList>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function Files({ report }: { report: TriageReport }) {
  if (report.files.length === 0) return null;
  return (
    <div className="tri-sec">
      <h3>Files</h3>
      <ul className="stack">
        {report.files.map((file) => (
          <li key={file.id} className="row">
            <Icon name="clip" />
            <a href={`/api/v1/reports/${report.ref}/files/${file.id}`}>{file.name}</a>
            <span className="muted sm">{size(file.size)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Messages({ report }: { report: TriageReport }) {
  if (report.messages.length === 0) return null;
  return (
    <div className="tri-sec">
      <h3>Conversation</h3>
      <ul className="stack">
        {report.messages.map((message) => (
          <li key={message.id} className="note">
            <div>
              <b>
                {message.author === 'REPORTER'
                  ? (report.reporterName ?? 'Reporter')
                  : (message.by ?? 'The team')}
              </b>{' '}
              <span className="muted">
                <Time at={message.at} />
              </span>
              <p className="whitespace-pre-wrap">{message.text}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
