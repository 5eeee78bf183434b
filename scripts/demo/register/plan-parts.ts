import type { PlanContentInput, PlanStepInput, PlanVariable } from '@/lib/plans/rules/content';
import { newId } from '@/lib/platform/ids';
import type { FleetAddresses, StageAddresses } from './addresses';

/** What the steps of the demo's plans refer to. */
export interface PlanNeeds {
  endpoints: { live: string; drill: string };
  suiteId: string;
  datasetId: string;
}

/** Plans name addresses by these; a drill has its own. */
export function planVariables({ live, drill }: FleetAddresses): PlanVariable[] {
  const name = (key: keyof StageAddresses) => ({ name: key, live: live[key], drill: drill[key] });
  return [name('front'), name('primary'), name('secondary'), name('spare')];
}

type Precheck = NonNullable<PlanContentInput['precheck']>[number];
type Detail = { detail?: string };

const short = { timeoutSeconds: 60 };

export function automated(
  needs: PlanNeeds,
  name: string,
  action: string,
  input: Record<string, string>,
  more: Detail & { switches?: boolean; fences?: boolean; reloads?: string; answer?: 'CALL_BACK' } = {},
): PlanStepInput {
  return {
    id: newId(),
    kind: 'AUTOMATED',
    name,
    endpoints: needs.endpoints,
    action,
    input,
    ...short,
    ...more,
  };
}

export function verification(needs: PlanNeeds, name: string, address: string): PlanStepInput {
  return { id: newId(), kind: 'VERIFICATION', name, suiteId: needs.suiteId, address, ...short };
}

export function manual(name: string, instruction: string): PlanStepInput {
  return { id: newId(), kind: 'MANUAL', name, instruction, timeoutSeconds: 600 };
}

export function approval(name: string, question: string, detail = ''): PlanStepInput {
  return { id: newId(), kind: 'APPROVAL', name, question, detail, timeoutSeconds: 600 };
}

export function announcement(name: string, text: string): PlanStepInput {
  return { id: newId(), kind: 'ANNOUNCEMENT', name, audience: 'PUBLIC', text, ...short };
}

type Look = Extract<PlanStepInput, { kind: 'CHECK' }>['probe'];

export function check(name: string, probe: Look): PlanStepInput {
  return { id: newId(), kind: 'CHECK', name, probe, tries: 10, everySeconds: 1, ...short };
}

export function precheck(name: string, probe: Look): Precheck {
  return { id: newId(), name, probe };
}

/** That an address answers well, and with these values. */
export function answers(
  url: string,
  values: Record<string, string | number> = {},
  status: number[] = [200],
): Look {
  const json = Object.entries(values).map(([path, equals]) => ({ path, equals }));
  return { kind: 'HTTP', request: { url }, expect: { status, json, maxMs: 2_000 }, timeoutMs: 5_000 };
}

export function inStep(address: string, maxSeconds: number): Look {
  return {
    kind: 'REPLICATION_LAG',
    request: { url: `${address}/health` },
    path: 'lagSeconds',
    maxSeconds,
    timeoutMs: 5_000,
  };
}

export function phase(
  name: string,
  publicName: string,
  steps: PlanStepInput[],
): NonNullable<PlanContentInput['phases']>[number] {
  return { id: newId(), name, publicName, steps };
}
