import { newId } from '@/lib/platform/ids';
import { allowed } from '@/lib/platform/policy';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { newReportReference } from '@/lib/reports/rules/reference';
import { type Caller, member } from './callers';
import { type Call, type Door, eventsSoFar } from './door';
import type { Made, Maker, Sample } from './sample';
import { type Address, addressOf, namesOf, type Step, stepsOf, type Whose } from './verdict';

type Outcome = number | string;

/** What came of a call, and what had to. */
export interface Noted {
  caller: string;
  whose: Whose;
  expected: Outcome;
  answered: Outcome;
  status: number;
}

/** What came of the calls to one address. */
interface Walked {
  notes: Noted[];
  /** What a caller was told who may not, by name: one sentence, whether the subject is there or not. */
  refusals: Record<string, string[]>;
  /** Of the refused calls, which must do nothing. */
  eventsOfRefused: number;
}

const nowhere: Record<string, string> = { slug: 'nowhere', service: 'nowhere' };

/** The name of something that there is not, of the same form. */
function nobodys(name: string, value: string | number): string {
  const text = String(value);
  if (text.startsWith('R-')) return newReportReference();
  if (/^[A-Z]+-\d+$/.test(text)) return text.replace(/\d+/, '999999999');
  return name === 'token' ? 'x'.repeat(text.length) : (nowhere[name] ?? newId());
}

/** No name of anything: no id, no reference, no slug, no token. */
const malformed = "no; such' thing";

/** Subjects by maker and owner: reads and refused acts leave them as they are. */
const untouched = oncePerProcess('walk.untouched', () => new Map<Maker, Map<string, Promise<Made | null>>>());

function shared(of: Maker, owner: Caller | null): Promise<Made | null> {
  const byOwner = untouched().get(of) ?? new Map<string, Promise<Made | null>>();
  untouched().set(of, byOwner);
  const key = owner?.person?.id ?? '';
  const made = byOwner.get(key) ?? of(owner);
  byOwner.set(key, made);
  return made;
}

/** The request of a sample, on a subject. */
export function callOf(address: Address, sample: Sample, made: Made, caller: Caller): Call {
  const path = address.path.replaceAll(/:(\w+)/g, (_, name) => encodeURIComponent(made[name] ?? ''));
  const query = sample.query ? `?${sample.query}` : '';
  return { method: address.method, path: path + query, body: sample.body?.(made, caller) };
}

/** A subject that nothing is done to. Null when somebody like this can have none. */
export async function subjectFor(
  address: Address,
  sample: Sample,
  caller: Caller,
  whose: Whose,
): Promise<Made | null> {
  if (!sample.of) return {};
  const made = await shared(sample.of, whose === 'own' && !address.byLink ? caller : null);
  if (whose === 'own' || whose === 'foreign' || !made) return made;
  const other = (name: string) => (whose === 'malformed' ? malformed : nobodys(name, made[name] ?? ''));
  const named = namesOf(address, sample).map((name) => [name, other(name)]);
  return { ...made, ...Object.fromEntries(named) };
}

type Note = (step: Step, status: number, expected: Outcome, answered: Outcome) => void;

const isThrough = (status: number) => ![401, 403, 404].includes(status) && status < 500;

/** A row that a list may hold, and whose it is: nobody's own of the callers when that is null. */
interface Listed {
  ref: string;
  owner: Caller | null;
}

/** A row for each caller who sees their own only, and one of somebody else. */
async function listed({ row }: Address, { lists }: Sample, callers: Caller[]): Promise<Listed[]> {
  if (!lists || !row) return [];
  const owners = callers.filter(
    (caller) => caller.person && !allowed(row, caller.actor, false) && allowed(row, caller.actor, true),
  );
  const made: Listed[] = [];
  for (const owner of [null, ...owners]) made.push({ owner, ref: String((await lists(owner))?.ref) });
  return made;
}

/** What may be done is done. The first to do it has to succeed; after that the subject is no longer as it was. */
async function letIn(
  address: Address,
  sample: Sample,
  steps: Step[],
  door: Pick<Door, 'call'>,
  note: Note,
): Promise<void> {
  const rows = await listed(address, sample, [...new Set(steps.map(({ caller }) => caller))]);
  const used = new Map<string, Made>();
  for (const step of steps) {
    const caller =
      sample.asTwin && step.caller.person ? await member(step.caller.person.ctx.actor.role) : step.caller;
    const isFresh = address.method !== 'GET' && step.verdict === 'let in' && sample.of !== undefined;
    const before = sample.once || step.whose === 'own' ? undefined : used.get(step.whose);
    const owner = step.whose === 'own' && !address.byLink ? caller : null;
    const made = isFresh
      ? (before ?? (await sample.of?.(owner)))
      : await subjectFor(address, sample, caller, step.whose);
    if (!made) continue;
    const { status, body } = await door.call(caller, callOf(address, sample, made, caller));
    const expected =
      step.verdict === 'let in' ? (sample.unfinished?.status ?? address.success) : step.verdict;
    const answered = status === 204 && step.verdict === 'let in' ? 200 : status;
    if (isFresh && before) note(step, status, 'let in', isThrough(status) ? 'let in' : status);
    else note(step, status, expected, answered);
    used.set(step.whose, made);
    for (const { ref, owner } of step.verdict === 'let in' ? rows : []) {
      const mayKnow = address.row !== null && allowed(address.row, caller.actor, owner === caller);
      const words = (knows: boolean) =>
        `${knows ? 'finds' : 'does not find'} that of ${owner?.name ?? 'another'}`;
      note(step, status, words(mayKnow), words(body.includes(`"${ref}"`)));
    }
  }
}

/** Makes every call of everybody to one address: first what has to be refused, then what is let in. */
export async function walk(
  name: string,
  sample: Sample,
  callers: Caller[],
  door: Pick<Door, 'call'>,
): Promise<Walked> {
  const address = addressOf(name, sample);
  const steps = callers.flatMap((caller) => stepsOf(address, sample, caller));
  const walked: Walked = { notes: [], refusals: {}, eventsOfRefused: 0 };
  const note: Note = ({ caller, whose }, status, expected, answered) =>
    void walked.notes.push({ caller: caller.name, whose, expected, answered, status });
  const isRefused = ({ verdict }: Step) => verdict === 'refused' || (verdict !== 'let in' && verdict >= 400);
  const isNone = (status: number) => [400, 401, 403, 404, 422, sample.missing?.status].includes(status);
  const refused = steps.filter(isRefused);
  const subjects = new Map<Step, Made | null>();
  for (const step of refused) subjects.set(step, await subjectFor(address, sample, step.caller, step.whose));
  const before = await eventsSoFar();
  for (const step of refused) {
    const { caller, verdict } = step;
    const subject = subjects.get(step);
    if (!subject) continue;
    const { status, body } = await door.call(caller, callOf(address, sample, subject, caller));
    if (verdict === 'refused') {
      note(step, status, verdict, isNone(status) ? verdict : status);
      continue;
    }
    note(step, status, verdict, status);
    const told = walked.refusals[caller.name] ?? [];
    if (verdict !== 404 && !told.includes(body)) walked.refusals[caller.name] = [...told, body];
  }
  walked.eventsOfRefused = (await eventsSoFar()) - before;
  const others = steps.filter((step) => !isRefused(step));
  await letIn(address, sample, others, door, note);
  return walked;
}
