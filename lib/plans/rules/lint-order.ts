import type { Repair } from '@/lib/plans/queries/views';
import type { LintRule, LintStep, LintSubject } from './lint-rule';
import { onlySaid } from './only-said';

const probesBefore = (kind: string) => (step: LintStep) =>
  step.kind === 'VERIFICATION' || (kind === 'FAILOVER' && step.kind === 'CHECK');

/** A place just before a step, as a repair says it. */
function before({ draft }: LintSubject, step: LintStep): { phaseId: string; index: number } {
  return { phaseId: draft.phases[step.phase]?.id ?? '', index: step.index };
}

function behind(subject: LintSubject, step: LintStep): { phaseId: string; index: number } {
  return { ...before(subject, step), index: step.index + 1 };
}

/** Moves a look that comes too late, unless it is the last verification, which has to stay behind the switch. */
function probeFirst(subject: LintSubject, target: LintStep): Repair {
  const late = subject.steps.filter(
    (step) => step.at > target.at && probesBefore(subject.context.kind)(step) && !step.switches,
  );
  const verifications = subject.steps.filter((step) => step.kind === 'VERIFICATION' && step.at > target.at);
  const spare = late.find((step) => step.kind !== 'VERIFICATION' || verifications.length > 1);
  const place = before(subject, target);
  if (spare) {
    const label = `Move ${spare.label} before ${target.label}`;
    return { kind: 'MOVE', label, stepId: spare.id, ...place };
  }
  const label = `Add a verification before ${target.label}`;
  return { kind: 'ADD', label, step: { kind: 'VERIFICATION', name: 'Verify the target' }, ...place };
}

const switchIsMarked: LintRule = {
  name: 'switch-is-marked',
  holds: 'It is marked which step switches users over.',
  find: ({ firstSwitch, context, steps }) => {
    if (steps.length === 0) return null;
    if (firstSwitch) return [];
    return [
      {
        rank: context.kind === 'REBUILD' ? 'ADVICE' : 'STOP',
        title: 'No step switches users over',
        text: 'Mark the manual or automated step after which users reach another machine. What has to come before and after it hangs on that.',
        steps: [],
      },
    ];
  },
};

const verifiedBefore: LintRule = {
  name: 'verified-before-the-switch',
  holds: 'The target is looked at before the switch.',
  find: (subject) => {
    const { firstSwitch, steps, context } = subject;
    if (!firstSwitch) return null;
    if (steps.some((step) => step.at < firstSwitch.at && probesBefore(context.kind)(step))) return [];
    const what = context.kind === 'FAILOVER' ? 'any check or verification' : 'any verification';
    return [
      {
        rank: 'STOP',
        title: 'No verification before the switch',
        text: `${firstSwitch.label} sends people to another machine before ${what} of it. A wrong copy would be live before anybody looks.`,
        steps: [firstSwitch.id],
        repair: probeFirst(subject, firstSwitch),
      },
    ];
  },
};

const verifiedAfter: LintRule = {
  name: 'verification-ends-the-plan',
  holds: 'Verification after the last switch ends the recovery time.',
  find: (subject) => {
    const { lastSwitch, steps } = subject;
    if (steps.length === 0) return null;
    const last = steps.findLast((step) => step.kind === 'VERIFICATION');
    if (last && last.at > (lastSwitch?.at ?? -1)) return [];
    const anchor = lastSwitch ?? steps.at(-1);
    if (!anchor) return null;
    return [
      {
        rank: 'STOP',
        title: lastSwitch ? 'No verification after the last switch' : 'No verification ends the plan',
        text: `The recovery time ends only when a verification passes${lastSwitch ? ` after ${anchor.label}` : ''}. Without one a run can never be verified.`,
        steps: [anchor.id],
        repair: {
          kind: 'ADD',
          label: `Add a verification after ${anchor.label}`,
          step: { kind: 'VERIFICATION', name: 'Verify the service' },
          ...behind(subject, anchor),
        },
      },
    ];
  },
};

const oldPrimaryIsFenced: LintRule = {
  name: 'old-primary-is-fenced',
  holds: 'The old primary takes no writes once users are switched over.',
  find: ({ steps, context, lastSwitch }) => {
    if (context.kind !== 'FAILOVER' || !lastSwitch) return null;
    const fenced = steps.findLast(
      (step) =>
        step.at <= lastSwitch.at &&
        step.raw.fences === true &&
        (step.kind === 'MANUAL' || step.kind === 'AUTOMATED'),
    );
    if (fenced && !fenced.raw.probe) {
      return [
        {
          rank: 'ADVICE',
          title: 'Nobody watches the old primary',
          text: `Give ${fenced.label} a probe of its own that tells whether the old primary takes writes. It is probed on after the switch, so that you hear when it comes back.`,
          steps: [fenced.id],
        },
      ];
    }
    if (fenced) return [];
    return [
      {
        rank: 'ADVICE',
        title: 'Nothing fences the old primary',
        text: `When it comes back after ${lastSwitch.label}, both take writes, and a failback loses those of one. Mark the step before it that keeps the old primary from taking any, or add one.`,
        steps: [lastSwitch.id],
      },
    ];
  },
};

const shownByProbes: LintRule = {
  name: 'shown-by-a-probe',
  holds: 'What people switch or fence by hand is shown by a probe.',
  find: ({ draft, steps }) => {
    const byHand = steps.filter(
      (step) => step.kind === 'MANUAL' && (step.switches || step.raw.fences === true),
    );
    if (byHand.length === 0) return null;
    return onlySaid(draft).map(({ step, label }) => ({
      rank: 'ADVICE',
      title: `That ${label} was done is only somebody’s word`,
      text: step.fences
        ? `Give it a probe of the old primary. It is asked when somebody says that it is done, and while the old primary answers, it is not.`
        : `Give it a probe of what users reach then. It is asked when somebody says that it is done.`,
      steps: [step.id],
    }));
  },
};

const nothingAfter: LintRule = {
  name: 'nothing-changes-after-verification',
  holds: 'Nothing is changed by a machine after the last verification.',
  find: ({ steps }) => {
    const last = steps.findLast((step) => step.kind === 'VERIFICATION');
    if (!last) return null;
    const late = steps.filter((step) => step.at > last.at && step.kind === 'AUTOMATED' && !step.switches);
    return late.map((step) => ({
      rank: 'ADVICE',
      title: `${step.label} changes something after the last verification`,
      text: `${last.label} has verified the service by then; what ${step.label} does, nobody verifies.`,
      steps: [step.id],
    }));
  },
};

const tellsUsers = (step: LintStep) =>
  step.kind === 'ANNOUNCEMENT' && (step.raw.audience === 'PUBLIC' || step.raw.audience === 'REPORTERS');

const usersInformed: LintRule = {
  name: 'users-are-told',
  holds: 'Users are told before and after.',
  find: (subject) => {
    const { steps, firstSwitch, lastSwitch } = subject;
    if (!firstSwitch || !lastSwitch) return null;
    const lines: NonNullable<ReturnType<LintRule['find']>> = [];
    if (!steps.some((step) => tellsUsers(step) && step.at < firstSwitch.at)) {
      const first = steps[0] ?? firstSwitch;
      lines.push({
        rank: 'ADVICE',
        title: 'Users are not told before the switch',
        text: `No announcement to users comes before ${firstSwitch.label}.`,
        steps: [firstSwitch.id],
        repair: {
          kind: 'ADD',
          label: `Add an announcement before ${first.label}`,
          step: { kind: 'ANNOUNCEMENT', name: 'Tell users that we are switching' },
          ...before(subject, first),
        },
      });
    }
    if (!steps.some((step) => tellsUsers(step) && step.at > lastSwitch.at)) {
      const last = steps.at(-1) ?? lastSwitch;
      lines.push({
        rank: 'ADVICE',
        title: 'Users are not told after the switch',
        text: `No announcement to users comes after ${lastSwitch.label}.`,
        steps: [lastSwitch.id],
        repair: {
          kind: 'ADD',
          label: `Add an announcement after ${last.label}`,
          step: { kind: 'ANNOUNCEMENT', name: 'Tell users that it works' },
          ...behind(subject, last),
        },
      });
    }
    return lines;
  },
};

/** What has to come before what. */
export const orderRules: LintRule[] = [
  switchIsMarked,
  verifiedBefore,
  verifiedAfter,
  oldPrimaryIsFenced,
  shownByProbes,
  nothingAfter,
  usersInformed,
];
