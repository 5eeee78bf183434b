'use client';

import { useEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-paths';
import { LinkButton } from '@/components/ui/link-button';
import { MarkSvg } from '@/components/ui/mark-svg';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { SentReport } from '@/lib/reports/rules/form-state';
import { CopyButton } from './copy-button';

const mark = '\u0000';

/** The report is in: its reference, the way back to it, and what happens now. */
export function ThankYou({ sent }: { sent: SentReport }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <section className="card done-c" aria-labelledby="done">
      <div className="done-h">
        <MarkSvg shape="tick" size="xl" className="st-operational" />
        <h1 id="done" ref={heading} tabIndex={-1}>
          {t('report.sent.title', { name: sent.name })}
        </h1>
        <p>
          <ReceivedSentence sent={sent} />
        </p>
      </div>
      <div className="refbox">
        <div>
          <small>{t('report.sent.reference')}</small>
          <span className="rn">{sent.ref}</span>
        </div>
        <span className="sp">
          <CopyButton text={() => sent.ref} />
        </span>
      </div>
      {sent.notTaken.map((sentence) => (
        <Note key={sentence} tone="warn" className="done-n">
          {sentence}
        </Note>
      ))}
      <div className="next">
        <h2>{t('report.sent.now')}</h2>
        <ul>
          <NextSteps sent={sent} />
        </ul>
      </div>
      <div className="done-f">
        <LinkButton variant="primary" href={sent.trackingPath} reload>
          {t('report.sent.follow')}
        </LinkButton>
        <CopyButton text={() => location.origin + sent.trackingPath} label={t('report.copyLink')} />
        <LinkButton href="/" reload>
          {t('page.backToStatus')}
        </LinkButton>
      </div>
    </section>
  );
}

function ReceivedSentence({ sent }: { sent: SentReport }) {
  if (sent.spooled) return t('report.sent.spooled');
  if (sent.held) return t('report.sent.held');
  const title = sent.incident?.title;
  const text = title ? t('report.sent.joined', { time: mark, title }) : t('report.sent.at', { time: mark });
  const [before, after] = text.split(mark);
  return (
    <>
      {before}
      <Time at={sent.receivedAt} show="datetime" />
      {after}
    </>
  );
}

function Line({ icon, children }: { icon: IconName; children: React.ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

function NextSteps({ sent }: { sent: SentReport }) {
  const { incident, nextUpdateAt, email, wantsUpdates, held } = sent;
  return (
    <>
      {incident ? (
        <Line icon="people">
          {t('report.sent.people', { count: incident.people, manager: incident.manager })}
        </Line>
      ) : null}
      {!incident && !held ? <Line icon="people">{t('report.sent.read')}</Line> : null}
      {nextUpdateAt ? (
        <Line icon="clock">
          {t('report.sent.nextBy')} <Time at={nextUpdateAt} show="full" />.
          {wantsUpdates && email ? ` ${t('report.sent.sendTo', { email })}` : null}
        </Line>
      ) : null}
      {email && !held ? <Line icon="mail">{t('report.sent.mail', { email })}</Line> : null}
      <Line icon="lock">{t('report.sent.link')}</Line>
      <Line icon="chat">{t('report.sent.reply')}</Line>
    </>
  );
}
