import Link from 'next/link';
import { StatusText } from '@/components/status/status-badge';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { affectedLabel, experienceLabel, experienceOf, reportChannelLabel } from '@/lib/reports/schema';
import type { TriageReport } from '@/lib/triage/queries/views';

/** What the reporter said, in their words first. */
export function ReportPane({ report, me }: { report: TriageReport; me: string }) {
  const reader = report.reading && report.reading.member.id !== me ? report.reading.member : null;
  return (
    <section className="tri-report" aria-label="Report">
      <div className="tri-report-in">
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
        {report.text === report.summary ? null : <blockquote className="tri-said">{report.text}</blockquote>}
        <Facts report={report} />
        <Files report={report} />
        <Messages report={report} />
      </div>
    </section>
  );
}

function Facts({ report }: { report: TriageReport }) {
  return (
    <dl className="tri-facts">
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
        <dt>They said</dt>
        <dd>{experienceLabel[experienceOf[report.claimed]]}</dd>
      </div>
      <div>
        <dt>Since</dt>
        <dd>{report.sinceAt ? <Time at={report.sinceAt} /> : (report.sinceText ?? 'not said')}</dd>
      </div>
      <div>
        <dt>From</dt>
        <dd>
          {report.reporterName ?? 'No name given'}
          <small>{report.affectedWhere ?? reportChannelLabel[report.channel]}</small>
        </dd>
      </div>
      <div>
        <dt>Affected</dt>
        <dd>
          {report.affected === 'NOT_SURE' ? 'not said' : affectedLabel[report.affected]}
          {report.affectedCount ? <small>about {report.affectedCount} people</small> : null}
        </dd>
      </div>
      <div>
        <dt>Reach by</dt>
        <dd>
          {report.reporterEmail ?? 'private page only'}
          {report.wantsUpdates ? <small>Wants every update</small> : null}
        </dd>
      </div>
    </dl>
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
                  : (message.by?.name ?? 'The team')}
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
