import { expect, test } from 'vitest';
import { type PlanStepInput, stepSchema } from '@/lib/plans/rules/content';
import { newId } from '@/lib/platform/ids';
import type { ProbeInput } from '@/lib/probes/rules/probe';
import { isShown, type ProvenStep, takesWrites } from './fenced';

const probes: ProbeInput[] = [
  { kind: 'DNS', host: 'shop-1.example' },
  { kind: 'BACKUP_AGE', datasetId: newId() },
  { kind: 'KNOWN_GOOD', suiteId: newId(), address: 'http://shop-1.example' },
];
const fence = (probe: ProbeInput, given: object): ProvenStep =>
  stepSchema.parse({
    id: newId(),
    name: 'Fence',
    kind: 'MANUAL',
    instruction: 'Do it.',
    fences: true,
    probe,
    ...given,
  } satisfies PlanStepInput) as ProvenStep;

test.each(probes)('a $kind probe that was published with a fence tells nothing of the machine', (probe) => {
  for (const mayAnswer of [false, true]) {
    for (const seen of [
      { outcome: 'OK' as const, look: { address: '192.0.2.1' } },
      { outcome: 'FAULT' as const, look: {} },
      { outcome: 'FAULT' as const, look: { fault: 'CONTENT' } },
    ]) {
      const step = fence(probe, { mayAnswer });
      expect([takesWrites(step, seen), isShown(step, seen)]).toEqual([false, false]);
    }
  }
});
