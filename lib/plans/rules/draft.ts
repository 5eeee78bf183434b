import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { atMost } from '@/lib/platform/input/text';
import { stepKindSchema } from './content';

const words = (max: number) =>
  z
    .string()
    .check(atMost(max, `Use ${max} characters or fewer.`))
    .default('');
const idSchema = idInput('Every part of a plan has an id of its own.');

/** A step as far as somebody has written it: what its kind asks for may be missing, wrong or left from another kind. */
const draftStepSchema = z.object({ id: idSchema, kind: stepKindSchema, name: words(500) }).catchall(z.json());
export type DraftStep = z.infer<typeof draftStepSchema>;

const draftPhaseSchema = z.object({
  id: idSchema,
  name: words(500),
  publicName: words(500),
  steps: z.array(draftStepSchema).max(100, 'A phase has 100 steps at most.').default([]),
});
export type DraftPhase = z.infer<typeof draftPhaseSchema>;

const draftPrecheckSchema = z.object({
  id: idSchema,
  name: words(500),
  probe: z.record(z.string(), z.json()).default({}),
});
export type DraftPrecheck = z.infer<typeof draftPrecheckSchema>;

const draftVariableSchema = z.object({ name: words(120), live: words(2_000), drill: words(2_000) });
export type DraftVariable = z.infer<typeof draftVariableSchema>;

/** The database keeps neither NUL nor half a character. */
function storable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => storable(key) && storable(inner));
}

const maxCharacters = 400_000;

/**
 * A plan in work. It is stored whatever is still missing, so that nothing typed is lost; `planContentSchema` is what
 * it has to become before it is published. A finished content is a draft, too.
 */
export const planDraftSchema = z
  .object({
    purpose: words(5_000),
    variables: z.array(draftVariableSchema).max(50, 'A plan has 50 variables at most.').default([]),
    precheck: z.array(draftPrecheckSchema).max(50, 'A plan has 50 prechecks at most.').default([]),
    phases: z.array(draftPhaseSchema).max(30, 'A plan has 30 phases at most.').default([]),
  })
  .refine(storable, 'The text holds a character that cannot be kept. Type that part anew.')
  .refine(
    (draft) => JSON.stringify(draft).length <= maxCharacters,
    'The plan is too long to be kept. Take something out, or make two plans of it.',
  );
export type PlanDraft = z.infer<typeof planDraftSchema>;
