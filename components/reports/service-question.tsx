'use client';

import { PromiseRuler } from '@/components/promise/promise-ruler';
import { ServiceChoices } from '@/components/services/service-choices';
import { StatusText } from '@/components/status/status-badge';
import { FieldError, FieldGroup } from '@/components/ui/field';
import { useFieldId } from '@/components/ui/field-scope';
import { Foreign } from '@/components/ui/foreign';
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
  return (
    <div className="q">
      <FieldGroup name="service" legend={t('report.service')} error={error}>
        <ServiceChoices
          className="grid2"
          services={services.map(({ slug, name, description, status, incident }) => ({
            slug,
            text: `${name} ${description}`,
            isChosen: chosen === slug,
            choice: (
              <>
                <label className="choice">
                  <input type="radio" name="service" value={slug} defaultChecked={chosen === slug} />
                  <span>
                    <b>{name}</b>
                    {description ? <span className="d">{description}</span> : null}
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
              </>
            ),
          }))}
        >
          <label className="choice">
            <input type="radio" name="service" value="" defaultChecked={chosen === ''} />
            <span>
              <b>{t('report.service.unsure')}</b>
              <span className="d">{t('report.service.unsureHint')}</span>
            </span>
          </label>
        </ServiceChoices>
      </FieldGroup>
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
  const id = useFieldId(error ? 'known' : `known-${slug}`);
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
    <fieldset className="known" id={id} aria-labelledby={`${id}-h`} tabIndex={-1}>
      <div>
        <h2 id={`${id}-h`}>{t('report.known')}</h2>
        <p>
          <KnownText service={service} incident={incident} />
        </p>
        {incident.promise ? <PromiseRuler {...incident.promise} /> : null}
      </div>
      <div className="acts">
        {error ? <FieldError id={id}>{error}</FieldError> : null}
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
      <b>
        <Foreign>{incident.title}</Foreign>.
      </b>{' '}
      {before}
      <Time at={incident.since} show="auto" />
      {after}
    </>
  );
}
