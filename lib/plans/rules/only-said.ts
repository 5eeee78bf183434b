import { type Place, placesOf } from './place';

interface Said {
  id: string;
  kind: string;
  switches?: unknown;
  fences?: unknown;
  probe?: unknown;
}

/**
 * The steps of a plan that count as done because somebody says so, although what they do could be seen: those by which a
 * person switches users over or fences the old primary, without a probe of their own.
 */
export function onlySaid<S extends Said>(plan: { phases: { id: string; steps: S[] }[] }): Place<S>[] {
  return placesOf(plan).filter(
    ({ step }) => step.kind === 'MANUAL' && (step.switches === true || step.fences === true) && !step.probe,
  );
}
