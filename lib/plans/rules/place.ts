/** Anything that is ordered into phases: a draft, a version, what lint looks at. */
interface Phased<S extends { id: string }> {
  phases: { id: string; steps: S[] }[];
}

/** Where a step stands: “3.1” is the first of the third phase. */
export interface Place<S> {
  step: S;
  phase: number;
  index: number;
  label: string;
}

/** Every step of a plan in the order of a run, with its label. */
export function placesOf<S extends { id: string }>(plan: Phased<S>): Place<S>[] {
  return plan.phases.flatMap(({ steps }, phase) =>
    steps.map((step, index) => ({ step, phase, index, label: `${phase + 1}.${index + 1}` })),
  );
}

/**
 * The plan with one step at another place; `index` counts in the target phase without the step itself. Ids stay as
 * they are: the history of a step's times moves with it. Unknown ids change nothing.
 */
export function moveStep<S extends { id: string }, P extends Phased<S>>(
  plan: P,
  stepId: string,
  to: { phaseId: string; index: number },
): P {
  const found = placesOf<S>(plan).find((place) => place.step.id === stepId);
  if (!found || !plan.phases.some((phase) => phase.id === to.phaseId)) return plan;
  const phases = plan.phases.map((phase) => {
    const rest = phase.steps.filter((step) => step.id !== stepId);
    if (phase.id !== to.phaseId) return { ...phase, steps: rest };
    const index = Math.max(0, Math.min(to.index, rest.length));
    return { ...phase, steps: [...rest.slice(0, index), found.step, ...rest.slice(index)] };
  });
  return { ...plan, phases };
}

/** The plan with a further step before `index` of a phase. */
export function insertStep<S extends { id: string }, P extends Phased<S>>(
  plan: P,
  step: S,
  to: { phaseId: string; index: number },
): P {
  const phases = plan.phases.map((phase) =>
    phase.id === to.phaseId
      ? { ...phase, steps: [...phase.steps.slice(0, to.index), step, ...phase.steps.slice(to.index)] }
      : phase,
  );
  return { ...plan, phases };
}
