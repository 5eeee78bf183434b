'use client';

import { counted } from '@/lib/language/words';
import type { DraftStep } from '@/lib/plans/rules/draft';
import type { RunMode } from '@/lib/plans/schema';
import { AreaOf, CheckOf, NumberOf, SelectOf, TextOf, useBound } from './bound-fields';
import { useEditor } from './editor-context';
import { PairRows, parseValue } from './pair-rows';
import { ProbeFields } from './probe-fields';
import { valueAt } from './value-path';

/** What the kind of a step asks for. */
export function KindFields({ step }: { step: DraftStep }) {
  const { choices } = useEditor().plan;
  switch (step.kind) {
    case 'MANUAL':
      return (
        <>
          <AreaOf path="instruction" label="Instruction" className="plans-whole" />
          <SwitchesField />
          <ProbeFields
            choices={choices}
            none="Somebody’s word alone"
            label="Shown by"
            fences={step.fences === true}
          />
          {step.fences === true && step.probe ? (
            <div className="plans-whole">
              <CheckOf
                path="mayAnswer"
                label="It may answer as this probe expects"
                description="As one does that only takes no writes any more. Otherwise it is fenced once nothing answers there."
              />
            </div>
          ) : null}
        </>
      );
    case 'AUTOMATED':
      return <AutomatedFields />;
    case 'CHECK':
      return (
        <>
          <ProbeFields choices={choices} />
          <NumberOf path="tries" label="Tries" />
          <NumberOf path="everySeconds" label="Seconds between" />
        </>
      );
    case 'VERIFICATION':
      return <VerificationFields />;
    case 'APPROVAL':
      return <TextOf path="question" label="Question" hint="A manager answers it." className="plans-whole" />;
    case 'ANNOUNCEMENT':
      return (
        <>
          <SelectOf path="audience" label="Who is told" options={audienceOptions} className="plans-half" />
          <AreaOf path="text" label="What they read" className="plans-whole" />
        </>
      );
    case 'WAIT':
      return <NumberOf path="seconds" label="How long, seconds" />;
  }
}

const audienceOptions = [
  { value: 'PUBLIC', label: 'Everyone' },
  { value: 'REPORTERS', label: 'Reporters' },
  { value: 'INTERNAL', label: 'Team only' },
];

function SwitchesField() {
  return (
    <div className="plans-whole">
      <CheckOf
        path="switches"
        label="This step switches users over"
        description="After it, users reach another machine than before."
      />
      <CheckOf
        path="fences"
        label="This step fences the old primary"
        description="After it, the old primary takes no writes any more, even when it comes back."
      />
    </div>
  );
}

function Endpoint({ mode, label }: { mode: RunMode; label: string }) {
  const { choices } = useEditor().plan;
  const options = choices.endpoints
    .filter((endpoint) => endpoint.mode === mode)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectOf
      path={mode === 'LIVE' ? 'endpoints.live' : 'endpoints.drill'}
      label={label}
      none={options.length > 0 ? 'Choose an endpoint' : 'There is none yet'}
      hint={options.length > 0 ? undefined : 'An admin adds endpoints.'}
      options={options}
      className="plans-half"
    />
  );
}

function AutomatedFields() {
  const { value, set } = useBound();
  const { choices } = useEditor().plan;
  const input = valueAt(value, 'input');
  const rows = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  return (
    <>
      <TextOf path="action" label="Action" hint="like front.switch" mono className="plans-half" />
      <SelectOf
        path="answer"
        label="Done when"
        options={[
          { value: 'ANSWER', label: 'it answers' },
          { value: 'CALL_BACK', label: 'it calls back' },
        ]}
        className="plans-half"
      />
      <Endpoint mode="LIVE" label="Endpoint, live" />
      <Endpoint mode="DRILL" label="Endpoint, drill" />
      <TextOf
        path="expects"
        label="Its answer says"
        hint="like “Switched over to pg2”; else it stops for a person"
        optional
        className="plans-whole"
      />
      <ProbeFields
        choices={choices}
        none="Its answer alone"
        label="Shown by"
        fences={valueAt(value, 'fences') === true}
      />
      <PairRows
        legend="Input"
        keyLabel="Name"
        valueLabel="Value"
        addLabel="Add an input"
        list="plan-variables"
        initial={rows.map(([key, held]) => ({ key, value: String(held) }))}
        onChange={(pairs) =>
          set('input', Object.fromEntries(pairs.map(({ key, value: text }) => [key, parseValue(text)])))
        }
      />
      <SelectOf
        path="reloads"
        label="Loads a snapshot of"
        none="No dataset"
        hint="It then waits for the gate."
        options={choices.datasets.map(({ id, name }) => ({ value: id, label: name }))}
        className="plans-half"
      />
      <NumberOf path="retries" label="Retries" hint="only if it did not arrive" className="plans-half" />
      <SwitchesField />
    </>
  );
}

function VerificationFields() {
  const { value } = useBound();
  const { choices } = useEditor().plan;
  const chosen = choices.suites.find((suite) => suite.id === valueAt(value, 'suiteId'));
  const baseline = chosen?.baseline ? `baseline ${chosen.baseline}` : 'no baseline yet';
  return (
    <>
      <SelectOf
        path="suiteId"
        label="Suite"
        hint={
          chosen
            ? `${counted(chosen.cases, 'case')}, ${baseline}`
            : 'what clients ask, and the known-good answers'
        }
        none={choices.suites.length > 0 ? 'Choose a suite' : 'There is none yet'}
        options={choices.suites.map(({ id, name }) => ({ value: id, label: name }))}
        className="plans-half"
      />
      <TextOf
        path="address"
        label="Against"
        hint="an address or a variable, like {{front}}"
        list="plan-variables"
        mono
        className="plans-half"
      />
    </>
  );
}
