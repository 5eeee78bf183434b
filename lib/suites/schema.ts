import { z } from 'zod';
import { edits } from '@/lib/platform/input/edits';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { lines } from '@/lib/platform/input/text';
import { addressSchema, caseInputSchema, suiteFields } from '@/lib/suites/rules/case';

export const suiteRunStateSchema = z.enum(['RUNNING', 'PASSED', 'FAILED', 'ABORTED']);
export type SuiteRunState = z.infer<typeof suiteRunStateSchema>;

/** ERROR: the case got no answer that could be compared. */
export const caseOutcomeSchema = z.enum(['MATCH', 'DIFFER', 'SLOW', 'ERROR', 'EXPLAINED']);
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

/** What a case can ask; a subset of the kinds of probes. */
export const caseKindSchema = z.enum(['HTTP', 'TCP', 'TLS', 'DNS']);
export type CaseKind = z.infer<typeof caseKindSchema>;

const suiteId = idInput('Name the suite by its id.');
const caseId = idInput('Name the case by its id.');

export const createSuiteInput = z.strictObject({
  serviceId: idInput('Name the service by its id.'),
  ...suiteFields,
});
export const editSuiteInput = z.strictObject({ suiteId, version: seenVersion, ...edits(suiteFields) });
export const archiveSuiteInput = z.strictObject({
  suiteId,
  version: seenVersion,
  archived: z.boolean().default(true),
});

export const addCaseInput = caseInputSchema.extend({ suiteId });
export const editCaseInput = z.strictObject({
  ...edits(caseInputSchema.shape),
  suiteId,
  caseId,
  version: seenVersion,
});
export const removeCaseInput = z.strictObject({ suiteId, caseId, version: seenVersion });
export const orderCasesInput = z.strictObject({ suiteId, caseIds: z.array(caseId).max(1_000) });

export const ignoreVolatileInput = z.strictObject({
  suiteId,
  cases: z
    .array(
      z.strictObject({
        caseId,
        headers: z.array(z.string().min(1).max(100)).max(30).default([]),
        paths: z.array(z.string().min(1).max(200)).max(100).default([]),
      }),
    )
    .min(1, 'Choose at least one case.')
    .max(1_000),
});

export const recordBaselineInput = z.strictObject({ suiteId, address: addressSchema });
export const replayInput = z.strictObject({ suiteId, address: addressSchema });
export const stopReplayInput = z.strictObject({ suiteId, replayId: idInput('Name the replay by its id.') });
export const explainInput = z.strictObject({
  suiteId,
  replayId: idInput('Name the replay by its id.'),
  caseId,
  explanation: lines(500, {
    missing: 'Say why this difference is as it should be.',
    long: 'Use 500 characters or fewer.',
    least: 3,
  }),
});
