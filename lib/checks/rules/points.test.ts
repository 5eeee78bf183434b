import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckState } from '@/lib/checks/schema';
import type { Area } from '@/lib/services/schema';
import type { Fault, PointCheck, PointService } from './pointing';
import { whereItPoints } from './points';

const shop: PointService = {
  id: 'shop',
  name: 'Shop',
  hasAddress: true,
  hasSuite: true,
  servers: [
    { id: 's1', name: 'shop-1', role: 'PRIMARY', front: false, hasAddress: true },
    { id: 's2', name: 'shop-2', role: 'SECONDARY', front: false, hasAddress: true },
    { id: 'sf', name: 'shop-front', role: 'CLUSTER_MEMBER', front: true, hasAddress: true },
    { id: 'st', name: 'shop-store', role: 'BACKUP', front: false, hasAddress: true },
  ],
};

type Line = [id: string, aim: PointCheck['aim'], area: Area, name: string, serverId: string | null];
const lines: Line[] = [
  ['reach', 'REACH', 'NETWORKING', 'Shop can be reached at 127.0.0.1:4101', null],
  ['line', 'LINE', 'NETWORKING', 'Latency and loss on the way to Shop', null],
  ['answer', 'ANSWER', 'SERVICES', 'Shop answers', null],
  ['good', 'KNOWN_GOOD', 'SERVICES', 'Shop gives its known-good answers', null],
  ['port-f', 'PORT', 'INFRASTRUCTURE', 'shop-front answers on its port', 'sf'],
  ['port-1', 'PORT', 'INFRASTRUCTURE', 'shop-1 answers on its port', 's1'],
  ['health-1', 'HEALTH', 'INFRASTRUCTURE', 'shop-1 is healthy', 's1'],
  ['port-2', 'PORT', 'INFRASTRUCTURE', 'shop-2 answers on its port', 's2'],
  ['health-2', 'HEALTH', 'INFRASTRUCTURE', 'shop-2 is healthy', 's2'],
  ['step-2', 'STEP', 'INFRASTRUCTURE', 'shop-2 is in step with the primary', 's2'],
  ['good-2', 'KNOWN_GOOD', 'SERVICES', 'shop-2 gives the known-good answers of Shop', 's2'],
  ['store', 'PORT', 'INFRASTRUCTURE', 'shop-store answers on its port', 'st'],
  ['backup', 'BACKUP', 'INFRASTRUCTURE', 'The newest backup of shop-data is young enough', null],
];

/** The checklist of the demo's shop: all OK but what is said to be at fault, or to be in another state. */
function looks(faults: Record<string, Fault>, states: Record<string, CheckState> = {}): PointCheck[] {
  return lines.map(([id, aim, area, name, serverId]) => ({
    id,
    aim,
    area,
    name,
    serverId,
    serviceId: 'shop',
    fault: faults[id] ?? null,
    state: states[id] ?? (faults[id] ? 'FAULT' : 'OK'),
  }));
}

const point = (list: PointCheck[]) => whereItPoints({ services: [shop], checks: list, reports: 3 });

const timeouts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'TIMEOUT' as const]));

const ways: [how: string, faults: Record<string, Fault>, area: Area | null, sentence: string][] = [
  [
    'down',
    { 'port-1': 'REFUSED', 'health-1': 'REFUSED', answer: 'STATUS', good: 'ANSWERS' },
    'INFRASTRUCTURE',
    'The fault points to shop-1: nothing answers on its port, while shop-front and shop-2 answer.',
  ],
  [
    'slow',
    { 'health-1': 'SLOW', answer: 'SLOW', good: 'ANSWERS', 'step-2': 'LAG' },
    'INFRASTRUCTURE',
    'The fault points to shop-1: it answers slowly, while shop-2 answers in time.',
  ],
  [
    'wrong',
    { good: 'ANSWERS' },
    'SERVICES',
    'The fault points to Shop itself: shop-1 and shop-2 are healthy, but its answers are not the known-good ones.',
  ],
  [
    'disk',
    { 'health-1': 'DISK' },
    'INFRASTRUCTURE',
    'The fault points to shop-1: its disk is full, while shop-2 has room.',
  ],
  [
    'hung',
    { 'health-1': 'TIMEOUT', answer: 'TIMEOUT', good: 'ANSWERS' },
    'INFRASTRUCTURE',
    'The fault points to shop-1: it takes connections but does not answer, while shop-2 answers.',
  ],
  [
    'front down',
    { reach: 'REFUSED', line: 'LOSS', answer: 'REFUSED', good: 'ANSWERS', 'port-f': 'REFUSED' },
    'INFRASTRUCTURE',
    'The fault points to shop-front: nothing answers on its port, while shop-1 and shop-2 answer.',
  ],
  [
    'everything silent',
    timeouts('reach', 'answer', 'port-f', 'port-1', 'health-1', 'port-2', 'health-2'),
    'NETWORKING',
    'The fault points to the network: none of shop-front, shop-1 and shop-2 answers.',
  ],
  [
    'the front cannot get through',
    { answer: 'STATUS', good: 'ANSWERS' },
    'NETWORKING',
    'The fault points to shop-front: its answers are in error, while shop-1 and shop-2 are healthy.',
  ],
  [
    'all slow',
    { 'health-1': 'SLOW', 'health-2': 'SLOW', answer: 'SLOW' },
    'SERVICES',
    'The fault points to Shop itself: all of shop-1 and shop-2 answer slowly, and no other server does better.',
  ],
  [
    'lossy line',
    { line: 'LOSS' },
    'NETWORKING',
    'The fault points to the network: connections to Shop are lost or slow.',
  ],
  ['only the secondary behind', { 'step-2': 'LAG' }, null, 'No check points to where the fault is.'],
  ['nothing', {}, null, 'Nothing that was looked at is at fault: 13 checks are OK.'],
];

describe('where the fault points', () => {
  test.each(ways)('%s', (_how, faults, area, sentence) => {
    const pointing = point(looks(faults));
    expect(pointing.headline).toBe(sentence);
    expect(pointing.area).toBe(area);
  });

  test('says what helps to decide about a switch', () => {
    expect(point(looks({ 'port-1': 'REFUSED', 'health-1': 'REFUSED', answer: 'STATUS' })).explanation).toBe(
      'Requests reach shop-front. shop-1 is the primary of Shop. shop-2 is healthy and in step with the primary. The secondary gives the known-good answers.',
    );
    expect(point(looks({ good: 'ANSWERS', 'good-2': 'ANSWERS', backup: 'BACKUP' })).explanation).toContain(
      'The secondary does not give the known-good answers, so a switch alone would not help. A backup is missing or too old',
    );
  });

  test('shows the path of a request, and where it ends', () => {
    const [path] = point(looks({ 'port-1': 'REFUSED', 'health-1': 'REFUSED', answer: 'STATUS' })).paths;
    expect(path?.nodes.map(({ label, state, here }) => [label, state, here])).toEqual([
      ['Users', 'unclear', false],
      ['Network', 'ok', false],
      ['shop-front', 'unclear', false],
      ['Shop', 'unclear', false],
      ['shop-1', 'fault', true],
      ['shop-2', 'ok', false],
    ]);
  });

  test('a person is believed where no probe found anything', () => {
    const release: PointCheck = {
      id: 'm1',
      name: 'Releases of the last 24 hours',
      area: 'SERVICES',
      aim: 'PERSON',
      state: 'FAULT',
      fault: null,
      serviceId: null,
      serverId: null,
    };
    expect(point([...looks({}), release])).toMatchObject({
      area: 'SERVICES',
      headline: 'The fault points to the services: a person found it at “Releases of the last 24 hours”.',
    });
    expect(point([...looks({ 'health-1': 'DISK' }), release]).area).toBe('INFRASTRUCTURE');
  });

  test('says what nobody looked at, in the checks and in the catalogue', () => {
    const server = { id: 'm1', name: 'mail-1', role: 'PRIMARY', front: false, hasAddress: false } as const;
    const blind = { id: 'mail', name: 'Mail', hasAddress: false, hasSuite: false, servers: [server] };
    const { notExamined, headline } = whereItPoints({
      services: [blind],
      checks: looks({}, { 'port-1': 'PENDING', good: 'SKIPPED', line: 'UNCLEAR' }).slice(1, 6),
      reports: 0,
    });
    expect(headline).toBe('Nothing that was looked at is at fault: 2 checks are OK.');
    expect(notExamined.map(({ sentence }) => sentence)).toEqual([
      'Latency and loss on the way to Shop: looked at, and unclear.',
      'Shop gives its known-good answers: skipped.',
      'shop-1 answers on its port: not done yet.',
      'Mail has no public address in the catalogue, so nobody looked at it as users do.',
      'Mail has no verification suite with a baseline, so its answers were not compared.',
      'mail-1 has no address with a port in the catalogue.',
    ]);
  });
});

const faults: Fault[] = ['REFUSED', 'TIMEOUT', 'STATUS', 'SLOW', 'LAG', 'DISK', 'ANSWERS', 'LOSS', 'NAME'];
const states: CheckState[] = ['PENDING', 'RUNNING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED'];
const anyLooks = fc
  .array(fc.tuple(fc.constantFrom(...states), fc.constantFrom(...faults)), {
    minLength: lines.length,
    maxLength: lines.length,
  })
  .map((seen): PointCheck[] =>
    lines.map(([id, aim, area, name, serverId], place) => {
      const [state, fault] = seen[place] ?? ['PENDING', 'REFUSED'];
      const base = { id, aim, area, name, serverId, serviceId: 'shop' };
      return { ...base, state, fault: state === 'FAULT' ? fault : null };
    }),
  );

describe('whatever was seen', () => {
  test('it points only at what was found to be at fault', () => {
    fc.assert(
      fc.property(anyLooks, (list) => {
        const { area, because, serverIds, headline } = point(list);
        const atFault = (id: string) => list.some((look) => look.id === id && look.state === 'FAULT');
        expect(because.every(atFault)).toBe(true);
        expect(because.length > 0).toBe(area !== null);
        expect(headline.startsWith('The fault points to ')).toBe(area !== null);
        for (const server of serverIds) {
          const own = list.filter((look) => look.serverId === server || server === 'sf');
          expect(own.some((look) => look.state === 'FAULT')).toBe(true);
        }
      }),
    );
  });

  test('a server that nobody saw well is never said to do well', () => {
    fc.assert(
      fc.property(anyLooks, (list) => {
        const [, well = ''] = point(list).headline.split(/, while |: (?=shop-\d.*healthy)/);
        for (const { id, name } of shop.servers) {
          if (!well.includes(name)) continue;
          const own = list.filter((look) => look.serverId === id);
          expect(own.some((look) => look.state === 'OK' || look.state === 'FAULT')).toBe(true);
        }
      }),
    );
  });

  test('everything without an answer is on the list of what is missing, and nothing else of the checks is', () => {
    fc.assert(
      fc.property(anyLooks, (list) => {
        const missing = point(list).notExamined.flatMap(({ checkId }) => checkId ?? []);
        const open = list.filter((look) => !['OK', 'FAULT'].includes(look.state)).map(({ id }) => id);
        expect(missing).toEqual(open);
      }),
    );
  });

  test('the order of the checks does not matter', () => {
    fc.assert(
      fc.property(anyLooks, fc.integer(), (list, seed) => {
        const other = [...list].sort((a, b) => ((a.id.length * seed) % 7) - ((b.id.length * seed) % 7));
        expect(point(other).headline).toBe(point(list).headline);
      }),
    );
  });
});
