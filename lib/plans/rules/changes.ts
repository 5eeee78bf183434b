import type { PlanChange } from '@/lib/plans/queries/views';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { fieldWords, type NamesById, valueWords } from './change-words';
import type { PlanDraft } from './draft';
import { placesOf } from './place';

/**
 * What differs between two states of a plan, in the order of the newer one, then what is gone. Steps are known by
 * their ids: one that changed its phase, or its order among those that were there before, has moved.
 */
export function changesBetween(before: PlanDraft, after: PlanDraft, names: NamesById = {}): PlanChange[] {
  const purpose = fieldsThatDiffer({ purpose: before.purpose }, { purpose: after.purpose }, names);
  const list = (of: PlanChange['of'], itemsOf: (plan: PlanDraft) => Item[]) =>
    listChanges(of, itemsOf(before), itemsOf(after), names);
  return [
    ...(purpose.length > 0
      ? [{ ...blank, kind: 'CHANGED' as const, of: 'PURPOSE' as const, name: 'Purpose', fields: purpose }]
      : []),
    ...list('VARIABLE', variablesOf).filter((change) => change.kind !== 'MOVED'),
    ...list('PRECHECK', (plan) => labelled(plan.precheck)),
    ...list('PHASE', (plan) => labelled(phasesOf(plan))),
    ...list('STEP', stepsOf),
  ];
}

const blank = { id: '', label: '', from: null };

interface Item {
  id: string;
  name: string;
  label: string;
  /** The group it lies in; an item of another group has moved. */
  group: string;
  value: Record<string, unknown>;
}

function stepsOf(plan: PlanDraft): Item[] {
  return placesOf(plan).map(({ step, phase, label }) => ({
    id: step.id,
    name: step.name,
    label,
    group: plan.phases[phase]?.id ?? '',
    value: step,
  }));
}

function phasesOf(plan: PlanDraft) {
  return plan.phases.map(({ id, name, publicName }) => ({ id, name, publicName }));
}

function labelled(list: { id: string; name: string; [field: string]: unknown }[]): Item[] {
  return list.map((value, index) => ({
    id: value.id,
    name: value.name,
    label: String(index + 1),
    group: '',
    value,
  }));
}

function variablesOf(plan: PlanDraft): Item[] {
  return plan.variables.map((value) => ({ id: value.name, name: value.name, label: '', group: '', value }));
}

function listChanges(of: PlanChange['of'], before: Item[], after: Item[], names: NamesById): PlanChange[] {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const later = new Set(after.map((item) => item.id));
  const unmoved = stayed(before, after);
  const changes: PlanChange[] = [];
  for (const item of after) {
    const { id, label, name } = item;
    const old = earlier.get(id);
    if (!old) {
      changes.push({ kind: 'NEW', of, id, label, name, from: null, fields: [] });
      continue;
    }
    if (!unmoved.has(id)) changes.push({ kind: 'MOVED', of, id, label, name, from: old.label, fields: [] });
    const fields = fieldsThatDiffer(old.value, item.value, names);
    if (fields.length > 0) changes.push({ kind: 'CHANGED', of, id, label, name, from: null, fields });
  }
  for (const { id, label, name } of before) {
    if (!later.has(id)) changes.push({ kind: 'REMOVED', of, id, label, name, from: null, fields: [] });
  }
  return changes;
}

/**
 * Ids of the items that did not move: the longest list of common items that stand in the same order in both, each in
 * the group it was in. Only so does one step taken out or moved leave all others unmoved.
 */
function stayed(before: Item[], after: Item[]): Set<string> {
  const places = new Map(before.map((item, index) => [item.id, { index, group: item.group }]));
  const common = after.flatMap((item) => {
    const old = places.get(item.id);
    return old && old.group === item.group ? [{ id: item.id, index: old.index }] : [];
  });
  const best: { length: number; from: number }[] = [];
  let end = -1;
  for (const [at, item] of common.entries()) {
    let here = { length: 1, from: -1 };
    for (let i = 0; i < at; i += 1) {
      const length = (best[i]?.length ?? 0) + 1;
      if ((common[i]?.index ?? 0) < item.index && length > here.length) here = { length, from: i };
    }
    best.push(here);
    if (here.length > (best[end]?.length ?? 0)) end = at;
  }
  const ids = new Set<string>();
  for (let at = end; at >= 0; at = best[at]?.from ?? -1) ids.add(common[at]?.id ?? '');
  return ids;
}

/** What a draft was begun without is as what a version says that it is not. */
const isUnset = (value: unknown) => value === undefined || value === null || value === false;

const notCompared = new Set(['id', 'steps']);

function fieldsThatDiffer(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  words: NamesById,
): PlanChange['fields'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      !notCompared.has(name) &&
      !(isUnset(before[name]) && isUnset(after[name])) &&
      canonicalJson(before[name]) !== canonicalJson(after[name]),
  );
  return names.map((name) => ({
    name: fieldWords(name),
    before: valueWords(name, before[name], words),
    after: valueWords(name, after[name], words),
  }));
}
