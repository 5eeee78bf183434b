import { stepKindLabel, stepKindSchema } from '@/lib/plans/rules/content';
import { exactDuration } from '@/lib/platform/rules/duration';
import { shortened } from '@/lib/platform/rules/graphemes';
import { audienceLabel, audienceSchema } from '@/lib/updates/schema';

const fieldNames: Record<string, string> = {
  name: 'name',
  publicName: 'name for users',
  detail: 'detail',
  kind: 'kind',
  timeoutSeconds: 'time-out',
  onFailure: 'on failure',
  instruction: 'instruction',
  switches: 'switches users over',
  fences: 'fences the old primary',
  mayAnswer: 'may answer while it is fenced',
  endpoints: 'endpoints',
  action: 'action',
  input: 'input',
  answer: 'answer',
  expects: 'what the answer says',
  retries: 'retries',
  reloads: 'dataset that is loaded',
  probe: 'probe',
  tries: 'tries',
  everySeconds: 'pause between tries',
  suiteId: 'suite',
  address: 'address',
  question: 'question',
  audience: 'audience',
  text: 'text',
  seconds: 'length',
  live: 'value in a live run',
  drill: 'value in a drill',
  purpose: 'purpose',
};

export const onFailureLabel: Record<'PAUSE' | 'CARRY_ON' | 'ABORT', string> = {
  PAUSE: 'Pause and ask',
  CARRY_ON: 'Carry on, remind',
  ABORT: 'Abort the run',
};

/** Names of what a plan refers to by id: endpoints, suites, datasets. */
export type NamesById = Readonly<Record<string, string>>;

/** What a field is called. */
export function fieldWords(field: string): string {
  return fieldNames[field] ?? field;
}

/** A field's value, short enough to stand beside the value before. */
export function valueWords(field: string, value: unknown, names: NamesById): string {
  return shortened(textOf(field, value, names), 400);
}

function textOf(field: string, value: unknown, names: NamesById): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'number' && /seconds$/i.test(field)) return exactDuration(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return nested(value, names);
  const kind = stepKindSchema.safeParse(value);
  if (field === 'kind' && kind.success) return stepKindLabel[kind.data];
  const audience = audienceSchema.safeParse(value);
  if (field === 'audience' && audience.success) return audienceLabel[audience.data];
  if (field === 'onFailure' && typeof value === 'string' && value in onFailureLabel) {
    return onFailureLabel[value as keyof typeof onFailureLabel];
  }
  return names[String(value)] ?? String(value);
}

/** The inner values that say something, with their names in front: “kind HTTP, url https://…, path lag”. */
function nested(value: object, names: NamesById): string {
  const parts = Object.entries(value).flatMap(([key, inner]) => {
    const empty =
      inner === null || inner === '' || (typeof inner === 'object' && Object.keys(inner).length === 0);
    return empty ? [] : [`${key} ${textOf(key, inner, names)}`];
  });
  return parts.length > 0 ? parts.join(', ') : 'none';
}
