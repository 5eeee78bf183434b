import type { DraftFault } from '@/lib/plans/queries/views';
import { isolated } from '@/lib/platform/rules/isolate';
import { fenceProbeKinds } from './fence-probe';
import type { LintFound, LintRule, LintSubject } from './lint-rule';

/** “3.1: Choose a suite. Say against which address.” per part that is not complete. */
const complete: LintRule = {
  name: 'complete',
  holds: 'Every step says all that its kind asks for.',
  find: ({ faults, steps }) => {
    if (steps.length === 0 && faults.length === 0) return null;
    const parts = new Map<string, DraftFault[]>();
    for (const fault of faults) {
      const key = `${fault.at} ${fault.id}`;
      parts.set(key, [...(parts.get(key) ?? []), fault]);
    }
    return [...parts.values()].map((list) => ({
      rank: 'STOP',
      title: `${list[0]?.label} is not complete`,
      text: [...new Set(list.map((fault) => fault.message))].join(' '),
      steps: list[0]?.at === 'STEP' ? [list[0].id] : [],
    }));
  },
};

const hasSteps: LintRule = {
  name: 'has-steps',
  holds: 'Every phase has steps.',
  find: ({ draft, steps }) => {
    if (steps.length === 0) {
      const text = 'Add a phase and the first step of it.';
      return [{ rank: 'STOP', title: 'The plan has no steps', text, steps: [] }];
    }
    return draft.phases.flatMap((phase, index): LintFound[] =>
      phase.steps.length > 0
        ? []
        : [
            {
              rank: 'STOP',
              title: `Phase ${index + 1} has no steps`,
              text: 'Users read the phases as steps; an empty one would be a step in which nothing happens.',
              steps: [],
              repair: {
                kind: 'REMOVE_PHASE',
                label: `Remove phase ${index + 1}`,
                phaseId: phase.id,
              },
            },
          ],
    );
  },
};

const ownIds: LintRule = {
  name: 'own-ids',
  holds: 'Every step has an id of its own, which its history hangs on.',
  find: ({ steps, draft }) => {
    if (steps.length === 0) return null;
    const parts = [
      ...steps.map(({ id, label }) => ({ id, label })),
      ...draft.phases.map(({ id }, index) => ({ id, label: `Phase ${index + 1}` })),
    ];
    const twice = parts.filter((part, at) => parts.findIndex((other) => other.id === part.id) < at);
    return twice.map((part) => ({
      rank: 'STOP',
      title: `${part.label} has the id of another part`,
      text: 'Remove it and add it anew, so that their times are not mixed up.',
      steps: [part.id],
    }));
  },
};

type Side = 'live' | 'drill';
const sideWords: Record<Side, string> = { live: 'a live run', drill: 'a drill' };

function endpointFault(subject: LintSubject, id: string | null, side: Side): string | null {
  if (!id) return `It has no endpoint for ${sideWords[side]}.`;
  const endpoint = subject.context.choices.endpoints.find((choice) => choice.id === id);
  if (!endpoint) return `Its endpoint for ${sideWords[side]} is not there any more.`;
  if (endpoint.mode !== (side === 'live' ? 'LIVE' : 'DRILL')) {
    return `“${isolated(endpoint.name)}” is not an endpoint for ${sideWords[side]}.`;
  }
  return null;
}

const endpoints: LintRule = {
  name: 'endpoints-differ',
  holds: 'Each automated step has an endpoint for live runs and another for drills.',
  find: (subject) => {
    const automated = subject.steps.filter((step) => step.kind === 'AUTOMATED');
    if (automated.length === 0) return null;
    return automated.flatMap(({ id, label, whole }): LintFound[] => {
      if (whole?.kind !== 'AUTOMATED') return [];
      const { live, drill } = whole.endpoints;
      const same = live !== null && live === drill ? 'A drill would call the endpoint of a live run.' : null;
      const texts = same
        ? [same]
        : [endpointFault(subject, live, 'live'), endpointFault(subject, drill, 'drill')].filter(
            (text) => text !== null,
          );
      if (texts.length === 0) return [];
      const title = same
        ? `${label} calls the same endpoint in a drill and live`
        : `${label} needs its endpoints`;
      return [{ rank: 'STOP', title, text: texts.join(' '), steps: [id] }];
    });
  },
};

const suites: LintRule = {
  name: 'suites-are-known',
  holds: 'Every verification has a suite with a baseline.',
  find: ({ steps, context }) => {
    const list = steps.filter((step) => step.kind === 'VERIFICATION');
    if (list.length === 0) return null;
    return list.flatMap(({ id, label, whole }): LintFound[] => {
      if (whole?.kind !== 'VERIFICATION') return [];
      const suite = context.choices.suites.find((choice) => choice.id === whole.suiteId);
      if (!suite) {
        const text = 'Choose one of the suites of this service.';
        return [{ rank: 'STOP', title: `The suite of ${label} is not there`, text, steps: [id] }];
      }
      if (suite.baseline !== null) return [];
      const text = `Record a baseline of “${isolated(suite.name)}” from the healthy service before the first run.`;
      return [{ rank: 'ADVICE', title: `The suite of ${label} has no baseline`, text, steps: [id] }];
    });
  },
};

const someCaseWrites: LintRule = {
  name: 'some-case-writes',
  holds: 'Every verification asks the service to change something, too.',
  find: ({ steps, context }) => {
    const list = steps.flatMap(({ id, label, whole }) => {
      const suiteId = whole?.kind === 'VERIFICATION' ? whole.suiteId : null;
      const suite = context.choices.suites.find((choice) => choice.id === suiteId);
      return suite ? [{ id, label, suite }] : [];
    });
    if (list.length === 0) return null;
    return list
      .filter(({ suite }) => suite.writes === 0)
      .map(({ id, label, suite }) => ({
        rank: 'ADVICE',
        title: `No case of ${label} writes`,
        text: `Every case of “${isolated(suite.name)}” only reads, or is content with any answer or with a refusal, so a service that refuses every order would be verified. Add a case that writes and compares what is answered, like an order that can be told from real ones.`,
        steps: [id],
      }));
  },
};

const reloads: LintRule = {
  name: 'reload-is-gated',
  holds: 'Data is reloaded from a snapshot that has passed the gate.',
  find: ({ steps, context }) => {
    const loading = steps.filter((step) => step.kind === 'AUTOMATED' && step.raw.reloads);
    const unknown = loading.filter(
      (step) => !context.choices.datasets.some((dataset) => dataset.id === step.raw.reloads),
    );
    if (unknown.length > 0) {
      return unknown.map((step) => ({
        rank: 'STOP',
        title: `The dataset of ${step.label} is not there`,
        text: 'Choose one of the datasets of this service.',
        steps: [step.id],
      }));
    }
    if (loading.length > 0) return [];
    if (context.kind !== 'REBUILD') return null;
    return [
      {
        rank: 'STOP',
        title: 'Nothing loads a snapshot',
        text: 'A rebuild reloads data: choose on the automated step that does it which dataset it loads. It then waits for the gate of age, checksum and separate storage.',
        steps: [],
      },
    ];
  },
};

const failsSafely: LintRule = {
  name: 'fails-safely',
  holds: 'No switch and no verification is carried on from when it fails.',
  find: ({ steps }) => {
    if (steps.length === 0) return null;
    const careless = steps.filter(
      (step) => step.raw.onFailure === 'CARRY_ON' && (step.switches || step.kind === 'VERIFICATION'),
    );
    return careless.map((step) => ({
      rank: 'ADVICE',
      title: `${step.label} carries on when it fails`,
      text: step.switches
        ? 'After a switch that failed, nobody knows where users end up. Let it pause and ask.'
        : 'A verification that failed would be passed over. Let it pause and ask.',
      steps: [step.id],
    }));
  },
};

const fencesAreSeen: LintRule = {
  name: 'fences-are-seen',
  holds: 'The probe of every fence asks a machine.',
  find: ({ steps }) => {
    const fences = steps.flatMap(({ id, label, whole }) =>
      whole && 'fences' in whole && whole.fences && whole.probe ? [{ id, label, probe: whole.probe }] : [],
    );
    if (fences.length === 0) return null;
    return fences
      .filter(({ probe }) => !fenceProbeKinds.has(probe.kind))
      .map(({ id, label }) => ({
        rank: 'STOP',
        title: `The probe of ${label} says nothing of the old primary`,
        text: 'A name, a backup, a lag or a suite does not tell whether that machine answers. Choose its page, its port, its certificate or its latency.',
        steps: [id],
      }));
  },
};

/** What each step has to say for itself. */
export const stepRules: LintRule[] = [
  complete,
  hasSteps,
  ownIds,
  endpoints,
  suites,
  someCaseWrites,
  reloads,
  failsSafely,
  fencesAreSeen,
];
