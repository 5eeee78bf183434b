'use client';

import { Button } from '@/components/ui/button';
import type { DraftPhase } from '@/lib/plans/rules/draft';
import { insertStep } from '@/lib/plans/rules/place';
import { BoundFields, TextOf } from './bound-fields';
import { newStep, nudgePhase } from './draft-edits';
import { useEditor } from './editor-context';
import { PanelActs } from './panel-acts';
import { phaseTime } from './phase-time';
import { StepPanel } from './step-panel';
import { StepRow } from './step-row';
import { withValueAt } from './value-path';

/** A phase of the draft: users read it as one step. */
export function PhaseSection({ phase, number }: { phase: DraftPhase; number: number }) {
  const { plan, mayEdit, open, setOpen, change, say } = useEditor();
  const isOpen = open === phase.id;
  const title = phase.name.trim() || 'Not named yet';
  const time = phaseTime(phase, plan.history);
  const add = (): void => {
    const step = newStep('MANUAL');
    change((draft) => insertStep(draft, step, { phaseId: phase.id, index: phase.steps.length }));
    setOpen(step.id);
    say(`Step ${number}.${phase.steps.length + 1} added`, `${step.id}.name`);
  };
  return (
    <section className="plans-phase" aria-label={`Phase ${number}: ${title}`}>
      <div className="plans-phase-h">
        <h2>
          <span className="plans-no">{number}</span>
          {title}
        </h2>
        {phase.publicName && phase.publicName !== phase.name ? (
          <span className="muted sm">users read “{phase.publicName}”</span>
        ) : null}
        <span className="sp row">
          {time ? (
            <span className="sm">
              <b>{time}</b>
            </span>
          ) : null}
          {mayEdit ? (
            <Button
              variant="quiet"
              size="sm"
              id={`phase-${phase.id}`}
              aria-expanded={isOpen}
              aria-label={`Edit phase ${number}`}
              onClick={() => setOpen(isOpen ? null : phase.id)}
            >
              Edit
            </Button>
          ) : null}
        </span>
      </div>
      {isOpen ? <PhaseFields phase={phase} number={number} /> : null}
      <ol>
        {phase.steps.map((step, index) => {
          const label = `${number}.${index + 1}`;
          return (
            <StepRow
              key={step.id}
              step={step}
              label={label}
              panel={<StepPanel step={step} label={label} />}
            />
          );
        })}
      </ol>
      {mayEdit ? (
        <div className="plans-add">
          <Button
            variant="quiet"
            size="sm"
            icon="plus"
            aria-label={`Add a step to phase ${number}`}
            onClick={add}
          >
            Add a step
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function PhaseFields({ phase, number }: { phase: DraftPhase; number: number }) {
  const { state, change, setOpen, say } = useEditor();
  const set = (path: string, value: Parameters<typeof withValueAt>[2]) =>
    change((draft) => ({
      ...draft,
      phases: draft.phases.map((one) => (one.id === phase.id ? withValueAt(one, path, value) : one)),
    }));
  const errorOf = (path: string) =>
    state.faults.find((fault) => fault.id === phase.id && fault.field === path)?.message;
  const move = (by: -1 | 1): void => {
    change((draft) => nudgePhase(draft, phase.id, by));
    say(`Phase ${title(phase)} moved`, `phase-${phase.id}`);
  };
  const remove = (): void => {
    setOpen(null);
    change((draft) => ({ ...draft, phases: draft.phases.filter((one) => one.id !== phase.id) }));
  };
  return (
    <BoundFields id={phase.id} value={phase} set={set} errorOf={errorOf}>
      <fieldset className="plans-panel m-4">
        <legend className="sr">{`Phase ${number}`}</legend>
        <div className="plans-g">
          <TextOf path="name" label="Name of the phase" className="plans-half" />
          <TextOf
            path="publicName"
            label="What users read"
            hint="like “Checking that everything works”"
            className="plans-half"
          />
        </div>
        <PanelActs focus={`phase-${phase.id}`}>
          <Button size="sm" icon="up" onClick={() => move(-1)}>
            Move phase up
          </Button>
          <Button size="sm" icon="down" onClick={() => move(1)}>
            Move phase down
          </Button>
          {phase.steps.length === 0 ? (
            <Button variant="quiet" size="sm" className="sp" onClick={remove}>
              Remove phase
            </Button>
          ) : null}
        </PanelActs>
      </fieldset>
    </BoundFields>
  );
}

function title(phase: DraftPhase): string {
  return phase.name.trim() || 'not named yet';
}
