'use client';

import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { showToast } from '@/components/ui/show-toast';
import { type StepKind, stepKindLabel } from '@/lib/plans/rules/content';
import type { DraftStep } from '@/lib/plans/rules/draft';
import { insertStep, placesOf } from '@/lib/plans/rules/place';
import { roundedDuration } from '@/lib/platform/rules/duration';
import { AreaOf, BoundFields, NumberOf, SelectOf, TextOf } from './bound-fields';
import { asKind, changeStep, nudgeStep, removeStep } from './draft-edits';
import { useEditor } from './editor-context';
import { KindFields } from './kind-fields';
import { PanelActs } from './panel-acts';
import { stepIcon } from './step-summary';
import { withValueAt } from './value-path';

const failureOptions = [
  { value: 'PAUSE', label: 'Pause and ask the operator' },
  { value: 'CARRY_ON', label: 'Carry on, remind' },
  { value: 'ABORT', label: 'Abort the run' },
];

/** The fields of one step. Everything typed is saved by itself, so the button only closes it. */
export function StepPanel({ step, label }: { step: DraftStep; label: string }) {
  const { state, change } = useEditor();
  const errorOf = (path: string) =>
    state.faults.find((fault) => fault.id === step.id && fault.field === path)?.message;
  const set = (path: string, value: Parameters<typeof withValueAt>[2]) =>
    change((draft) => {
      const now = placesOf(draft).find((place) => place.step.id === step.id)?.step ?? step;
      return changeStep(draft, withValueAt(now, path, value));
    });
  return (
    <BoundFields id={step.id} value={step} set={set} errorOf={errorOf}>
      <fieldset className="plans-panel" id={`panel-${step.id}`}>
        <legend className="sr">{`Step ${label}`}</legend>
        <div className="plans-g">
          <TextOf path="name" label="What happens" className="plans-whole" />
          <Kinds step={step} />
          {/* Fields with text of their own begin anew when the draft came from outside. */}
          <KindFields key={`${step.kind} ${state.generation}`} step={step} />
          <NumberOf path="timeoutSeconds" label="Time-out, seconds" />
          <SelectOf path="onFailure" label="On failure" options={failureOptions} className="plans-half" />
          <AreaOf
            path="detail"
            label="What the operator should know"
            optional
            rows={2}
            className="plans-whole"
          />
        </div>
        <History step={step} />
        <PanelActs focus={`name-${step.id}`}>
          <MoveButtons id={step.id} />
          <RemoveStep step={step} label={label} />
        </PanelActs>
      </fieldset>
    </BoundFields>
  );
}

function Kinds({ step }: { step: DraftStep }) {
  const { change } = useEditor();
  return (
    <fieldset className="plans-whole plans-kinds">
      <legend className="label">Kind</legend>
      {(Object.keys(stepIcon) as StepKind[]).map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name={`${step.id}.kind`}
            checked={step.kind === kind}
            onChange={() => change((draft) => changeStep(draft, asKind(step, kind)))}
          />
          <Icon name={stepIcon[kind]} size={14} />
          {stepKindLabel[kind]}
        </label>
      ))}
    </fieldset>
  );
}

function History({ step }: { step: DraftStep }) {
  const times = useEditor().plan.history[step.id]?.seconds;
  if (!times) return null;
  const words = times.slice(0, 5).map(roundedDuration);
  return <p className="muted sm mt-3">Its history moves along with it: {words.join(', ')}.</p>;
}

function MoveButtons({ id }: { id: string }) {
  const { state, change, say } = useEditor();
  const move = (by: -1 | 1): void => {
    const next = nudgeStep(state.draft, id, by);
    change(() => next);
    const place = placesOf(next).find(({ step }) => step.id === id);
    say(`Now ${place?.label}`, `${by === 1 ? 'down' : 'up'}-${id}`);
  };
  return (
    <>
      <Button id={`up-${id}`} size="sm" icon="up" onClick={() => move(-1)}>
        Move up
      </Button>
      <Button id={`down-${id}`} size="sm" icon="down" onClick={() => move(1)}>
        Move down
      </Button>
    </>
  );
}

function RemoveStep({ step, label }: { step: DraftStep; label: string }) {
  const { state, change, setOpen } = useEditor();
  const remove = (): void => {
    const place = placesOf(state.draft).find((one) => one.step.id === step.id);
    const phaseId = state.draft.phases[place?.phase ?? 0]?.id ?? '';
    const index = place?.index ?? 0;
    setOpen(null);
    change((draft) => removeStep(draft, step.id));
    showToast({
      title: `${label} removed`,
      undo: () => change((draft) => insertStep(draft, step, { phaseId, index })),
    });
  };
  return (
    <Button variant="quiet" size="sm" className="sp" onClick={remove}>
      Remove step
    </Button>
  );
}
