import type { LintRule, LintSubject } from './lint-rule';
import { unknownSentence, variablesIn } from './variables';

const looksLikeAddress = (text: string) =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
  /^[\w.-]+:\d{1,5}(\/|$)/.test(text) ||
  /^\d{1,3}(\.\d{1,3}){3}/.test(text);

const known: LintRule = {
  name: 'variables-are-known',
  holds: 'All variables in use are known.',
  find: ({ draft, steps }) => {
    if (steps.length === 0) return null;
    const names = new Set(draft.variables.map((variable) => variable.name));
    const parts = [
      ...steps.map((step) => ({ id: step.id, label: step.label, value: step.whole ?? step.raw })),
      ...draft.precheck.map((line, index) => ({ id: '', label: `Precheck ${index + 1}`, value: line.probe })),
    ];
    return parts.flatMap(({ id, label, value }) => {
      const unknown = variablesIn(value).filter((name) => !names.has(name));
      if (unknown.length === 0) return [];
      const title = `${label} uses a variable that is not there`;
      const text = `${unknownSentence(unknown)} Add it with its value live and in a drill.`;
      return [{ rank: 'STOP' as const, title, text, steps: id ? [id] : [] }];
    });
  },
};

const once: LintRule = {
  name: 'variables-once',
  holds: 'Each variable is there once, and used.',
  find: ({ draft }) => {
    if (draft.variables.length === 0) return null;
    const names = draft.variables.map((variable) => variable.name);
    const twice = [...new Set(names.filter((name, at) => name && names.indexOf(name) < at))];
    const used = new Set([...variablesIn(draft.phases), ...variablesIn(draft.precheck)]);
    const idle = names.filter((name) => name && !used.has(name));
    return [
      ...twice.map((name) => ({
        rank: 'STOP' as const,
        title: `The variable ${name} is there twice`,
        text: 'Rename or remove one of them.',
        steps: [],
      })),
      ...idle.map((name) => ({
        rank: 'ADVICE' as const,
        title: `The variable ${name} is not used`,
        text: `No step and no precheck says {{${name}}}.`,
        steps: [],
      })),
    ];
  },
};

/** Steps that would act on, or judge, the live machines in a drill if the variable stood for the same address. */
function usersOf({ steps }: LintSubject, name: string) {
  return steps.filter(({ whole }) => {
    if (whole?.kind === 'AUTOMATED') return variablesIn(whole.input).includes(name);
    return whole?.kind === 'VERIFICATION' && variablesIn(whole.address).includes(name);
  });
}

const differ: LintRule = {
  name: 'drill-has-its-own-addresses',
  holds: 'A drill has its own addresses.',
  find: (subject) => {
    const { draft } = subject;
    const addresses = draft.variables.filter(
      ({ live, drill }) => looksLikeAddress(live) || looksLikeAddress(drill),
    );
    if (addresses.length === 0) return null;
    return addresses.flatMap(({ name, live, drill }) => {
      if (live !== drill) return [];
      const used = usersOf(subject, name);
      return [
        {
          rank: used.length > 0 ? ('STOP' as const) : ('ADVICE' as const),
          title: `The variable ${name} is the same address in a drill and live`,
          text:
            used.length > 0
              ? `${used.map((step) => step.label).join(', ')} would reach the live service in a drill.`
              : 'A drill would look at the live service.',
          steps: used.map((step) => step.id),
        },
      ];
    });
  },
};

const notFixed: LintRule = {
  name: 'verified-address-is-a-variable',
  holds: 'What is verified is another address in a drill.',
  find: ({ steps }) => {
    const list = steps.flatMap((step) =>
      step.whole?.kind === 'VERIFICATION' ? [{ ...step, address: step.whole.address }] : [],
    );
    if (list.length === 0) return null;
    return list.flatMap(({ id, label, address }) => {
      if (variablesIn(address).length > 0) return [];
      const title = `${label} verifies the same address in a drill and live`;
      const text = `${address} is fixed. With a variable, a drill verifies its own machines.`;
      return [{ rank: 'ADVICE' as const, title, text, steps: [id] }];
    });
  },
};

/** Which addresses a live run and a drill reach. */
export const addressRules: LintRule[] = [known, once, differ, notFixed];
