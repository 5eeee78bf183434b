import '@/components/reports/reports.css';
import './tracking.css';
import { PromiseRuler } from '@/components/promise/promise-ruler';
import { StatusText } from '@/components/status/status-badge';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { FormAction } from '@/lib/platform/rules/form-state';
import { serviceStatusPublicLabel } from '@/lib/services/schema';
import type { TrackView } from '@/lib/tracking/queries/views';
import { AskFixed } from './ask-fixed';
import { Conversation } from './conversation';
import { DetailsCard } from './details-card';
import { LiveReport } from './live-report';
import { RecoverySteps } from './recovery-steps';
import { TrackSteps } from './track-steps';
import { UpdateList } from './update-list';

interface TrackPageProps {
  view: TrackView;
  /** The secret part of the page's address. */
  token: string;
  reply: FormAction;
  confirm: FormAction;
  correct: FormAction;
}

/** A report as its reporter follows it: where it stands, what comes next, what was said, and what they told us. */
export function TrackPage({ view, token, reply, confirm, correct }: TrackPageProps) {
  const unread = view.messages.filter((message) => message.author !== 'REPORTER' && !message.readAt).length;
  return (
    <div className="tracking reporting">
      <TrackHead view={view} live={<LiveReport token={token} unread={unread} />} />
      {view.held ? (
        <Note tone="warn" className="track-note">
          {t('report.sent.held')}
        </Note>
      ) : null}
      {view.declineReason ? (
        <Note tone="accent" icon="chat" className="track-note" title={t('track.declined')}>
          <span className="whitespace-pre-line">{view.declineReason}</span>
        </Note>
      ) : null}
      <section className="card where" aria-label={t('track.where')}>
        <TrackSteps steps={view.steps} />
        <RecoverySteps recovery={view.recovery} />
        <div className="split">
          <Promised view={view} />
          <ServiceNow view={view} />
        </div>
      </section>
      <div className="track-cols">
        <div>
          <AskFixed view={view} token={token} action={confirm} />
          <UpdateList view={view} />
          <DetailsCard details={view.details} version={view.version} token={token} action={correct} />
        </div>
        <Conversation view={view} token={token} action={reply} />
      </div>
    </div>
  );
}

function TrackHead({ view, live }: { view: TrackView; live: React.ReactNode }) {
  const { reporterName: name } = view.details;
  return (
    <div className="track-head">
      <div className="row">
        <span>
          {t('track.report')} <span className="rn">{view.ref}</span>
        </span>
        <span aria-hidden>·</span>
        <span>{view.service?.name ?? t('track.noService')}</span>
        <span aria-hidden className="max-sm:hidden">
          ·
        </span>
        <span className="max-sm:hidden">
          {name ? t('track.sentBy', { name }) : t('track.sentAt')} <Time at={view.receivedAt} />
        </span>
        {live}
      </div>
      <h1 aria-live="polite">{view.sentence}</h1>
    </div>
  );
}

function Promised({ view: { promise } }: { view: TrackView }) {
  if (!promise) return <p className="muted">{t('track.noPromise')}</p>;
  const what = promise.of === 'READ' ? t('track.readBy') : t('track.nextUpdate');
  return <PromiseRuler madeAt={promise.madeAt} dueAt={promise.dueAt} what={what} />;
}

function ServiceNow({ view: { service, incident } }: { view: TrackView }) {
  return (
    <p>
      {service ? (
        <b>
          {service.name}:{' '}
          <StatusText status={service.status}>
            {serviceStatusPublicLabel[service.status]}
            {service.since ? (
              <>
                {' '}
                {t('track.since')} <Time at={service.since} show="auto" />
              </>
            ) : null}
          </StatusText>
        </b>
      ) : null}
      {incident ? (
        <span className="muted block">
          {t('report.sent.people', { count: incident.people, manager: incident.manager })}
        </span>
      ) : null}
    </p>
  );
}
