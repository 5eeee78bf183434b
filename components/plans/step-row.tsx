'use client';

import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { plural } from '@/lib/language/words';
import type { PlanChange, PlanChoices, StepHistory } from '@/lib/plans/queries/views';
import { onFailureLabel } from '@/lib/plans/rules/change-words';
import { stepKindLabel } from '@/lib/plans/rules/content';
import type { DraftStep } from '@/lib/plans/rules/draft';
import { moveStep, placesOf } from '@/lib/plans/rules/place';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import { nudgeStep } from './draft-edits';
import { useEditor } from './editor-context';
import { stepIcon, stepSummary } from './step-summary';

interface StepFactsProps {
  step: DraftStep;
  label: string;
  choices: PlanChoices;
  history: StepHistory;
  /** The name, as text or as the button that opens the step. */
  name: React.ReactNode;
  changes?: PlanChange[];
}

/** The columns of a step: what happens, kind, expected time, time-out, what a failure does. */
export function StepFacts({ step, label, choices, history, name, changes = [] }: StepFactsProps) {
  const times = history[step.id];
  const onFailure = onFailureLabel[step.onFailure as keyof typeof onFailureLabel];
  return (
    <>
      <span className="plans-id mono">{label}</span>
      <div className="plans-what">
        <h3>
          {name}
          {step.switches === true && (step.kind === 'MANUAL' || step.kind === 'AUTOMATED') ? (
            <span className="plans-tag">Switch</span>
          ) : null}
          {changes.map((change) => (
            <span key={change.kind} className="plans-tag">
              {change.kind === 'MOVED'
                ? `Moved from ${change.from}`
                : change.kind === 'NEW'
                  ? 'New'
                  : 'Changed'}
            </span>
          ))}
        </h3>
        <small>{stepSummary(step, choices)}</small>
      </div>
      <span className="plans-kind">
        <Icon name={stepIcon[step.kind]} size={14} /> {stepKindLabel[step.kind]}
      </span>
      <div className="plans-c" data-l="Expected">
        {times ? (
          <>
            <b>{roundedDuration(times.medianSeconds)}</b>{' '}
            <span className="muted">
              from {times.seconds.length} {plural(times.seconds.length, 'run')}
            </span>
          </>
        ) : (
          <span className="muted">No history</span>
        )}
      </div>
      <div className="plans-c" data-l="Time-out">
        {typeof step.timeoutSeconds === 'number' ? exactDuration(step.timeoutSeconds) : exactDuration(600)}
      </div>
      <div className="plans-c" data-l="On failure">
        {onFailure ?? onFailureLabel.PAUSE}
      </div>
    </>
  );
}

/** A step of the draft: it opens for its fields, and moves by its menu or by Alt and the arrow keys. */
export function StepRow({ step, label, panel }: { step: DraftStep; label: string; panel: React.ReactNode }) {
  const { plan, state, open, setOpen, mayEdit, change, say } = useEditor();
  const changes = state.changes.filter((one) => one.of === 'STEP' && one.id === step.id);
  const bad = state.lint.some((line) => line.rank === 'STOP' && line.steps.includes(step.id));
  const isOpen = open === step.id;
  const title = step.name.trim() || 'Not named yet';
  const place = (next: typeof state.draft): void => {
    change(() => next);
    const now = placesOf(next).find((one) => one.step.id === step.id);
    say(`${title} is now ${now?.label}`, `name-${step.id}`);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!mayEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    place(nudgeStep(state.draft, step.id, event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li
      className={classNames('plans-step', bad && 'bad', !bad && changes.length > 0 && 'changed')}
      aria-label={`${label} ${title}`}
    >
      <span className="plans-grip">
        {mayEdit ? <MoveMenu step={step} label={label} title={title} place={place} /> : null}
      </span>
      <StepFacts
        step={step}
        label={label}
        choices={plan.choices}
        history={plan.history}
        changes={changes}
        name={
          mayEdit ? (
            <button
              type="button"
              id={`name-${step.id}`}
              className="plans-open"
              aria-expanded={isOpen}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onKeyDown={onKeyDown}
              onClick={() => setOpen(isOpen ? null : step.id)}
            >
              {title}
            </button>
          ) : (
            title
          )
        }
      />
      {isOpen ? panel : null}
    </li>
  );
}

interface MoveMenuProps {
  step: DraftStep;
  label: string;
  title: string;
  place(next: ReturnType<typeof useEditor>['state']['draft']): void;
}

function MoveMenu({ step, label, title, place }: MoveMenuProps) {
  const { draft } = useEditor().state;
  const here = placesOf(draft).find((one) => one.step.id === step.id)?.phase;
  const phases = draft.phases.flatMap((phase, index) =>
    index === here
      ? []
      : [
          {
            kind: 'action' as const,
            label: `To phase ${index + 1}, ${phase.name || 'not named yet'}`,
            onSelect: () => place(moveStep(draft, step.id, { phaseId: phase.id, index: phase.steps.length })),
          },
        ],
  );
  return (
    <Menu
      label={`Move ${label} ${title}`}
      align="start"
      trigger={<Button variant="quiet" size="icon-sm" icon="menu" aria-label={`Move ${label} ${title}`} />}
      entries={[
        { kind: 'action', label: 'Up', icon: 'up', onSelect: () => place(nudgeStep(draft, step.id, -1)) },
        { kind: 'action', label: 'Down', icon: 'down', onSelect: () => place(nudgeStep(draft, step.id, 1)) },
        ...(phases.length > 0 ? [{ kind: 'line' as const }, ...phases] : []),
      ]}
    />
  );
}
