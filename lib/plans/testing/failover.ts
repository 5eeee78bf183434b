import type { PlanContentInput, PlanStepInput } from '@/lib/plans/rules/content';
import type { LintContext } from '@/lib/plans/rules/lint-rule';
import { newId } from '@/lib/platform/ids';

export interface PlanParts {
  live: string;
  drill: string;
  suiteId: string;
}

export const someParts = (): PlanParts => ({ live: newId(), drill: newId(), suiteId: newId() });

type Of<K extends PlanStepInput['kind']> = Extract<PlanStepInput, { kind: K }>;

const announcement = (text: string): Of<'ANNOUNCEMENT'> => ({
  id: newId(),
  name: text,
  kind: 'ANNOUNCEMENT',
  audience: 'PUBLIC',
  text,
});

const lagCheck = (): Of<'CHECK'> => ({
  id: newId(),
  name: 'The copy is in step',
  kind: 'CHECK',
  probe: {
    kind: 'REPLICATION_LAG',
    request: { url: '{{secondary}}/health' },
    path: 'lagSeconds',
    maxSeconds: 30,
  },
});

const automated = (parts: PlanParts, name: string, switches = false): Of<'AUTOMATED'> => ({
  id: newId(),
  name,
  kind: 'AUTOMATED',
  endpoints: { live: parts.live, drill: parts.drill },
  action: switches ? 'front.switch' : 'shop.promote',
  input: { to: 'shop-2' },
  switches,
  fences: !switches,
  probe: switches ? null : { kind: 'HTTP', request: { url: '{{secondary}}/old-primary' } },
});

export const verification = (parts: PlanParts, address = '{{front}}'): Of<'VERIFICATION'> => ({
  id: newId(),
  name: 'All cases',
  kind: 'VERIFICATION',
  suiteId: parts.suiteId,
  address,
});

/** A complete failover in three phases, which lint has nothing to stop in. */
export function failoverContent(parts: PlanParts) {
  return {
    purpose: 'The first shop is lost.',
    variables: [
      { name: 'front', live: 'http://127.0.0.1:4100', drill: 'http://127.0.0.1:4110' },
      { name: 'secondary', live: 'http://127.0.0.1:4102', drill: 'http://127.0.0.1:4112' },
    ],
    precheck: [],
    phases: [
      {
        id: newId(),
        name: 'Get ready',
        publicName: 'Getting ready',
        steps: [announcement('We are switching'), lagCheck()],
      },
      {
        id: newId(),
        name: 'Switch',
        publicName: 'Switching over',
        steps: [automated(parts, 'Promote shop-2'), automated(parts, 'Point the front to shop-2', true)],
      },
      {
        id: newId(),
        name: 'Check',
        publicName: 'Checking that everything works',
        steps: [verification(parts), announcement('It works again')],
      },
    ],
  } satisfies PlanContentInput;
}

/** What lint knows when everything that the parts name is there and nothing was ever drilled. */
export function lintContextOf(parts: PlanParts, extra: Partial<LintContext> = {}): LintContext {
  return {
    kind: 'FAILOVER',
    rtoMinutes: 60,
    choices: {
      endpoints: [
        { id: parts.live, name: 'Shop', mode: 'LIVE' },
        { id: parts.drill, name: 'Shop, rehearsal', mode: 'DRILL' },
      ],
      suites: [{ id: parts.suiteId, name: 'Shop', cases: 12, writes: 1, baseline: 1 }],
      datasets: [],
    },
    history: {},
    ...extra,
  };
}
