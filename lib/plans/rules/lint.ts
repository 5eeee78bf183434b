import type { LintLine, LintRank } from '@/lib/plans/queries/views';
import { completeStep, faultsOf } from './complete-content';
import type { PlanDraft } from './draft';
import { addressRules } from './lint-address';
import { orderRules } from './lint-order';
import type { LintContext, LintRule, LintStep, LintSubject } from './lint-rule';
import { stepRules } from './lint-step';
import { timeRules } from './lint-time';
import { placesOf } from './place';

const rules: LintRule[] = [...stepRules, ...orderRules, ...addressRules, ...timeRules];

const rankOrder: Record<LintRank, number> = { STOP: 0, ADVICE: 1, HOLDS: 2 };

/**
 * What stands against publishing a plan (STOP), what is worth a look (ADVICE), and the rules that hold. A half-made
 * draft is judged as far as it goes. Lines come worst first, within a rank in the order of the rules.
 */
export function lintPlan(draft: PlanDraft, context: LintContext): LintLine[] {
  const subject = subjectOf(draft, context);
  return rules
    .flatMap((rule): LintLine[] => {
      const found = rule.find(subject);
      if (found === null) return [];
      if (found.length > 0) return found.map((line) => ({ rule: rule.name, repair: null, ...line }));
      return [{ rank: 'HOLDS', rule: rule.name, title: rule.holds, text: '', steps: [], repair: null }];
    })
    .sort((a, b) => rankOrder[a.rank] - rankOrder[b.rank]);
}

function subjectOf(draft: PlanDraft, context: LintContext): LintSubject {
  const steps = placesOf(draft).map((place, at): LintStep => {
    const { id, kind, name, switches } = place.step;
    const whole = completeStep(place.step);
    const movesUsers = (kind === 'MANUAL' || kind === 'AUTOMATED') && switches === true;
    return { ...place, at, id, kind, name, switches: movesUsers, raw: place.step, whole };
  });
  const switches = steps.filter((step) => step.switches);
  return {
    draft,
    context,
    steps,
    faults: faultsOf(draft),
    firstSwitch: switches[0] ?? null,
    lastSwitch: switches.at(-1) ?? null,
  };
}
