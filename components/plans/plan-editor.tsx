'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { FieldScope } from '@/components/ui/field-scope';
import { Note } from '@/components/ui/note';
import { TextArea } from '@/components/ui/text-input';
import type { PlanView } from '@/lib/plans/queries/views';
import type { Estimate } from '@/lib/runs/queries/plan-views';
import { ChangesCard } from './changes-card';
import { newPhase } from './draft-edits';
import { type Editor, EditorProvider, useEditor } from './editor-context';
import { LintCard } from './lint-card';
import { PhaseSection } from './phase-section';
import { PlanHeader } from './plan-header';
import { PrecheckCard } from './precheck-card';
import { PublishCard } from './publish-card';
import { planQuery } from './queries';
import { SaveTrouble } from './save-state';
import { TestedTimeCard } from './tested-time';
import { useDraftStore } from './use-draft-store';
import { VariablesCard } from './variables-card';

interface PlanEditorProps {
  initial: PlanView;
  estimate: Estimate | null;
  /** Id of the member who reads. */
  me: string;
}

/** A page has one plan, so that its fields are found by their names alone. */
const scope = 'plan';

const elementOf = (name: string): HTMLElement | null =>
  document.getElementById(`${scope}-${name}`) ?? document.getElementById(name);

/** A plan to be written: steps left, what stands against publishing right. */
export function PlanEditor({ initial, estimate, me }: PlanEditorProps) {
  const { data: plan } = useQuery({ ...planQuery(initial.id), initialData: initial });
  const { store, state, notice, whenSaved } = useDraftStore(initial, plan, me);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const editor: Editor = {
    plan,
    state,
    open,
    setOpen,
    whenSaved,
    mayEdit: plan.acts.includes('plan.edit'),
    change: (next) => store.change(next),
    say: (sentence, focus) => {
      if (sentence) setSaid(sentence);
      if (focus) requestAnimationFrame(() => elementOf(focus)?.focus());
    },
  };
  return (
    <EditorProvider value={editor}>
      <FieldScope id={scope}>
        <PlanHeader />
        <SaveTrouble store={store} notice={notice} />
        <Running plan={plan} />
        <p className="sr" aria-live="polite">
          {said}
        </p>
        <div className="twocol">
          <div>
            <StepsCard />
            <VariablesCard />
            <PrecheckCard />
            <PurposeCard />
          </div>
          <div>
            <LintCard />
            {plan.published ? (
              <ChangesCard title={`Changed since version ${plan.published.number}`} changes={state.changes} />
            ) : null}
            <TestedTimeCard estimate={estimate} published={plan.published?.number ?? null} />
            {plan.archived ? null : <PublishCard />}
          </div>
        </div>
        <datalist id="plan-variables">
          {state.draft.variables.map(({ name }) => (
            <option key={name} value={`{{${name}}}`} />
          ))}
        </datalist>
        <datalist id="plan-addresses">
          {state.draft.variables.map(({ name }) => (
            <option key={name} value={`{{${name}}}/health`} />
          ))}
        </datalist>
      </FieldScope>
    </EditorProvider>
  );
}

function Running({ plan }: { plan: PlanView }) {
  return plan.running.map(({ ref, versionNumber }) => (
    <Note
      key={ref}
      tone="accent"
      className="mb-4"
      action={<Link href={`/recovery/${ref}`}>Open {ref}</Link>}
      title={`Version ${versionNumber} is running now as ${ref}.`}
    >
      It keeps version {versionNumber} to the end. Publishing changes nothing for it.
    </Note>
  ));
}

function StepsCard() {
  const { state, mayEdit, change, setOpen, say } = useEditor();
  const add = (): void => {
    const phase = newPhase();
    change((draft) => ({ ...draft, phases: [...draft.phases, phase] }));
    setOpen(phase.id);
    say(`Phase ${state.draft.phases.length + 1} added`, `${phase.id}.name`);
  };
  return (
    <Card as="div">
      <StepsHead />
      {state.draft.phases.map((phase, index) => (
        <PhaseSection key={phase.id} phase={phase} number={index + 1} />
      ))}
      {state.draft.phases.length === 0 ? (
        <p className="pad muted">
          Phases are what users read as steps: getting ready, switching over, checking that everything works.
        </p>
      ) : null}
      {mayEdit ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
          <Button variant="quiet" size="sm" icon="plus" onClick={add}>
            Add a phase
          </Button>
          <span className="muted sm max-md:hidden">Alt and the arrow keys move the step you are on.</span>
        </div>
      ) : null}
    </Card>
  );
}

/** The names of the columns; on narrow screens each value carries its own. */
export function StepsHead() {
  return (
    <div className="plans-steps-h" aria-hidden="true">
      <span>Step</span>
      <span>Kind</span>
      <span>Expected</span>
      <span>Time-out</span>
      <span>On failure</span>
    </div>
  );
}

function PurposeCard() {
  const { state, mayEdit, change } = useEditor();
  return (
    <Card>
      <CardHeader title="When it is used" />
      <div className="pad">
        <TextArea
          aria-label="When it is used"
          rows={3}
          disabled={!mayEdit}
          value={state.draft.purpose}
          onChange={(event) => change((draft) => ({ ...draft, purpose: event.target.value }))}
        />
      </div>
    </Card>
  );
}
