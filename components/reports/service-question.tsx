'use client';

import { Fragment } from 'react';
import { PromiseRuler } from '@/components/promise/promise-ruler';
import { StatusText } from '@/components/status/status-badge';
import { describedBy, FieldError } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { KnownIncident, ServiceChoice } from '@/lib/tracking/queries/views';

interface ServiceQuestionProps {
  services: ServiceChoice[];
  /** Short name of the chosen service; empty: not sure; none: not answered yet. */
  chosen: string | undefined;
  /** What was answered about known incidents, by service. */
  joined: (slug: string) => string;
  error?: string | undefined;
  knownError?: string | undefined;
}

/**
 * The services with their state now. What is known about a service stands behind its choice and is shown by the style
 * sheet when it is chosen, so that it works without JavaScript.
 */
export function ServiceQuestion({ services, chosen, joined, error, knownError }: ServiceQuestionProps) {
  const { 'aria-describedby': described } = describedBy('service', undefined, error);
  return (
    <div className="q">
      <fieldset
        id="service"
        tabIndex={-1}
        className={error ? 'field error' : 'field'}
        aria-describedby={described}
      >
        <legend className="label">{t('report.service')}</legend>
        {error ? <FieldError id="service">{error}</FieldError> : null}
        <div className="grid2">
          {services.map(({ slug, name, status, incident }) => (
            <Fragment key={slug}>
              <label className="choice">
                <input type="radio" name="service" value={slug} defaultChecked={chosen === slug} />
                <span>
                  <b>{name}</b>
                  <StatusText status={status} />
                </span>
              </label>
              {incident ? (
                <KnownIncidentChoice
                  slug={slug}
                  service={name}
                  incident={incident}
                  answer={joined(slug)}
                  error={chosen === slug ? knownError : undefined}
                />
              ) : null}
            </Fragment>
          ))}
          <label className="choice">
            <input type="radio" name="service" value="" defaultChecked={chosen === ''} />
            <span>
              <b>{t('report.service.unsure')}</b>
              <span className="d">{t('report.service.unsureHint')}</span>
            </span>
          </label>
        </div>
      </fieldset>
    </div>
  );
}

interface KnownIncidentChoiceProps {
  slug: string;
  service: string;
  incident: KnownIncident;
  answer: string;
  error: string | undefined;
}

function KnownIncidentChoice({ slug, service, incident, answer, error }: KnownIncidentChoiceProps) {
  const id = error ? 'known' : `known-${slug}`;
  const choice = (value: string, label: string, className: string) => (
    <label className={className}>
      <input
        type="radio"
        name={`join-${slug}`}
        value={value}
        defaultChecked={answer === value}
        className="sr"
      />
      <Icon name="check" />
      {label}
    </label>
  );
  return (
    <fieldset className="known" id={id} aria-labelledby={`known-${slug}-h`} tabIndex={-1}>
      <div>
        <h2 id={`known-${slug}-h`}>{t('report.known')}</h2>
        <p>
          <KnownText service={service} incident={incident} />
        </p>
        {incident.promise ? <PromiseRuler {...incident.promise} /> : null}
      </div>
      <div className="acts">
        {error ? <FieldError id="known">{error}</FieldError> : null}
        {choice(incident.ref, t('report.known.add'), 'btn primary')}
        {choice('different', t('report.known.different'), 'btn')}
        <span className="hint">{t('report.known.hint')}</span>
        <span className="hint added">{t('report.known.added')}</span>
      </div>
    </fieldset>
  );
}

function KnownText({ service, incident }: { service: string; incident: KnownIncident }) {
  const mark = '\u0000';
  const [before, after] = t('report.known.text', { service, since: mark, count: incident.people }).split(
    mark,
  );
  return (
    <>
      <b>{incident.title}.</b> {before}
      <Time at={incident.since} show="auto" />
      {after}
    </>
  );
}
