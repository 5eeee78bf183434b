'use client';

import type { ReactNode } from 'react';
import { SeverityBadge } from '@/components/severity/severity-badge';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import { UnsentText } from '@/components/ui/unsent-text';
import { incidentStageLabel } from '@/lib/incidents/schema';
import { isolated } from '@/lib/platform/rules/isolate';
import { severities, severityLabel, severityMeaning } from '@/lib/severity/schema';
import type { TriageReport } from '@/lib/triage/queries/views';
import type { TriageChoice } from './use-decision';

interface DecisionProps {
  report: TriageReport;
  choice: TriageChoice;
}

/** How bad it is and where it goes. Standby suggests, a person decides. */
export function DecisionPane({ report, choice }: DecisionProps) {
  const { state, choose, write, pending, refusal } = choice;
  if (report.decided) {
    return (
      <Pane>
        <h2>Decided</h2>
        <p className="mt-3">{report.decided.sentence}</p>
        <UnsentText label="What you wrote" text={state.reason} onForget={choice.forget} />
      </Pane>
    );
  }
  return (
    <Pane>
      <h2>How bad is it?</h2>
      <Suggestion report={report} />
      <fieldset className="tri-sevs">
        <legend className="sr">Severity</legend>
        {severities.map((severity, index) => (
          <label key={severity} className={`tri-${severity.toLowerCase()}`}>
            <input
              type="radio"
              name="severity"
              checked={state.severity === severity}
              onChange={() => choose({ severity })}
            />
            <SeverityMark severity={severity} />
            <b>{severityLabel[severity]}</b>
            <span className="means">{severityMeaning[severity]}</span>
            <Kbd>{index + 1}</Kbd>
          </label>
        ))}
      </fieldset>
      <Similar report={report} />
      <DecisionChoices report={report} choice={choice} />
      {state.place === 'decline' ? (
        <TextAreaField
          label="Answer to the reporter"
          name="reason"
          hint="They get this text, so say what they can do."
          fieldClassName="mt-3"
          value={state.reason}
          error={choice.reasonError}
          onChange={(event) => write(event.target.value)}
        />
      ) : null}
      <div className="tri-go">
        {refusal ? (
          <div className="mb-3">
            <Note tone="bad" role="alert">
              {refusal}
            </Note>
          </div>
        ) : null}
        <div className="row">
          <Button variant="primary" pending={pending} onClick={choice.act}>
            {choice.words} <Kbd>↵</Kbd>
          </Button>
          <Button onClick={choice.ask} disabled={pending}>
            Ask {report.reporterName ?? 'the reporter'}
          </Button>
        </div>
        <Keys />
      </div>
    </Pane>
  );
}

function Pane({ children }: { children: ReactNode }) {
  return (
    <section className="tri-decide" aria-label="Decision">
      <div className="tri-panel">{children}</div>
    </section>
  );
}

function Suggestion({ report }: { report: TriageReport }) {
  return (
    <div className="tri-suggest">
      <div className="row">
        <span>Suggested</span>
        <SeverityBadge severity={report.suggestion.severity} />
        <span className="sp muted">You decide</span>
      </div>
      <ul>
        {report.suggestion.reasons.map((reason) => (
          <li key={reason}>
            <Icon name="check" />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Similar({ report }: { report: TriageReport }) {
  if (report.similar.length === 0) return null;
  return (
    <>
      <h3>
        <Icon name="link" />
        Similar reports
      </h3>
      <ul className="tri-similar">
        {report.similar.map((other) => (
          <li key={other.id}>
            <b>“{other.summary}”</b>
            <span>{Math.round(other.likeness * 100)}% alike</span>
            <span>{[other.ref, other.affectedWhere].filter(Boolean).join(', ')}</span>
            <span>{other.incidentRef ? `in ${other.incidentRef}` : 'waiting'}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function DecisionChoices({
  report,
  choice: { state, choose },
}: {
  report: TriageReport;
  choice: TriageChoice;
}) {
  return (
    <fieldset className="mt-5 grid gap-2">
      <legend className="label mb-2">Where does it go?</legend>
      {report.candidates.map((incident) => (
        <Choice
          key={incident.id}
          type="radio"
          name="place"
          checked={state.place === incident.ref}
          onChange={() => choose({ place: incident.ref })}
          label={`Join ${incident.ref}`}
          description={`${isolated(incident.title)}. ${severityLabel[incident.severity]}, ${incidentStageLabel[incident.stage].toLowerCase()}${
            incident.manager ? `, led by ${incident.manager.name}` : ''
          }.`}
          mark={<SeverityMark severity={incident.severity} />}
        />
      ))}
      <Choice
        type="radio"
        name="place"
        checked={state.place === 'new'}
        onChange={() => choose({ place: 'new' })}
        label="Open a new incident"
        description="Choose a manager and promise the first update."
      />
      <Choice
        type="radio"
        name="place"
        checked={state.place === 'decline'}
        onChange={() => choose({ place: 'decline' })}
        label="Answer and close"
        description="Not a fault, or already fixed."
      />
    </fieldset>
  );
}

function Keys() {
  return (
    <div className="tri-keys" aria-hidden="true">
      <span>
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> next, previous
      </span>
      <span>
        <Kbd>1</Kbd>–<Kbd>4</Kbd> severity
      </span>
      <span>
        <Kbd>M</Kbd> join
      </span>
      <span>
        <Kbd>N</Kbd> new
      </span>
      <span>
        <Kbd>?</Kbd> all
      </span>
    </div>
  );
}
