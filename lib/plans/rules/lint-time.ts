import { exactDuration } from '@/lib/platform/rules/duration';
import type { LintRule } from './lint-rule';

const timeOuts: LintRule = {
  name: 'time-outs',
  holds: 'Every step has a time-out and a way to fail.',
  find: ({ steps }) => {
    if (steps.length === 0) return null;
    return steps.flatMap(({ id, label, whole }) => {
      if (!whole) return [];
      const needed =
        whole.kind === 'WAIT'
          ? whole.seconds
          : whole.kind === 'CHECK'
            ? (whole.tries - 1) * whole.everySeconds
            : 0;
      if (needed === 0 || needed <= whole.timeoutSeconds) return [];
      const text = `It takes ${exactDuration(needed)}, and its time-out is ${exactDuration(whole.timeoutSeconds)}.`;
      const title = `${label} times out before it is over`;
      return [{ rank: 'STOP' as const, title, text, steps: [id] }];
    });
  },
};

const people: LintRule = {
  name: 'people-within-the-objective',
  holds: 'No step waits for a person, or for its time-out, longer than the objective.',
  find: ({ steps, context }) => {
    if (context.rtoMinutes === null || steps.length === 0) return null;
    const objective = context.rtoMinutes * 60;
    return steps.flatMap(({ id, label, kind, whole }) => {
      if (!whole || whole.timeoutSeconds < objective) return [];
      const asks = kind === 'APPROVAL' || kind === 'MANUAL';
      const title = asks
        ? `${label} waits for a person for up to ${exactDuration(whole.timeoutSeconds)}`
        : `${label} has a time-out of ${exactDuration(whole.timeoutSeconds)}`;
      const text = `The objective is ${exactDuration(objective)} for the whole.`;
      return [{ rank: 'ADVICE' as const, title, text, steps: [id] }];
    });
  },
};

const waits: LintRule = {
  name: 'waits-within-the-objective',
  holds: 'Its waits fit into the objective.',
  find: ({ steps, context }) => {
    const list = steps.flatMap((step) =>
      step.whole?.kind === 'WAIT' ? [{ ...step, wait: step.whole }] : [],
    );
    if (context.rtoMinutes === null || list.length === 0) return null;
    const total = list.reduce((sum, { wait }) => sum + wait.seconds, 0);
    if (total * 2 < context.rtoMinutes * 60) return [];
    const title = `${exactDuration(total)} are spent waiting`;
    const text = `The objective is ${exactDuration(context.rtoMinutes * 60)} for the whole.`;
    return [{ rank: 'ADVICE', title, text, steps: list.map((step) => step.id) }];
  },
};

const timed: LintRule = {
  name: 'steps-are-timed',
  holds: 'Every step has been timed in a verified run.',
  find: ({ steps, context }) => {
    if (steps.length === 0) return null;
    const untimed = steps.filter((step) => !context.history[step.id]);
    if (untimed.length === steps.length) {
      const text = 'No time is shown to anybody until a drill of it is verified.';
      return [{ rank: 'ADVICE', title: 'Never drilled', text, steps: [] }];
    }
    return untimed.map((step) => ({
      rank: 'ADVICE',
      title: `${step.label} has no history`,
      text: 'It counts after the next verified drill.',
      steps: [step.id],
    }));
  },
};

/** What the plan says about time. */
export const timeRules: LintRule[] = [timeOuts, people, waits, timed];
