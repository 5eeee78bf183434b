import { randomUUID } from 'node:crypto';
import { finding } from '@/scripts/faults/finding';
import { encodedForm } from '@/scripts/trial/page-form';
import { residentBytes } from '@/scripts/trial/processes';
import {
  type Assault,
  connection,
  each,
  type Ground,
  headOf,
  isFailure,
  network,
  press,
  send,
  tally,
  watchMemory,
} from './assault';

/** The largest body that is let in without counting against the room of large ones. */
const uncounted = 16 * 1024;
const mostTaken = 400_000_000;

const report = { service: 'printing', experience: 'UNUSABLE', description: 'It is just below.' };
const json = { 'content-type': 'application/json' };

interface Sent {
  path: string;
  body: Uint8Array;
  headers: Record<string, string>;
}

/** A JSON with so many bytes that one more is too many. */
function jsonOf(path: string, bytes: number, value: (padding: string) => object): Sent {
  const empty = Buffer.byteLength(JSON.stringify(value('')));
  return { path, body: Buffer.from(JSON.stringify(value('x'.repeat(bytes - empty)))), headers: json };
}

/** A form with so many fields, over which so much text is spread. */
async function formOf(path: string, fields: number, text: number): Promise<Sent> {
  const each = 'x'.repeat(Math.floor(text / fields));
  const made = Array.from({ length: fields }, (_, number): [string, string] => [`f${number}`, each]);
  return { path, ...(await encodedForm(Object.fromEntries(made))) };
}

/** Each the largest of its kind that is let in. */
async function largest(): Promise<Sent[]> {
  const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });
  return [
    jsonOf('/api/v1/reports', uncounted, (padding) => ({ ...report, description: padding })),
    jsonOf('/api/v1/reports', 1_000_000, (padding) => ({ ...report, page: padding })),
    jsonOf('/api/v1/subscribers', 1_000_000, (padding) => ({ email: padding })),
    jsonOf('/api/v1/reports', 999_000, (padding) => ({ description: padding, title: nested(60) })),
    jsonOf('/api/v1/subscribers', 999_000, (padding) => ({
      services: Array.from({ length: 19_990 }, () => padding.slice(0, 44)),
    })),
    await formOf('/report', 190, uncounted - 13_000),
    await formOf('/report', 195, 70_000),
    await formOf('/sign-in', 1, 99_000),
    await formOf('/track', 60, 90_000),
    await formOf('/subscribe', 195, 70_000),
  ];
}

/** Connections whose body, which counts nowhere, is a byte short for as long as they stay. */
function unfinished(ground: Ground, count: number) {
  return Array.from({ length: count }, (_, number) => {
    const [path, type] =
      number % 2 ? ['/report', 'multipart/form-data; boundary=end'] : ['/api/v1/reports', ''];
    const headers = {
      ...network(34_000 + number),
      'content-type': type || json['content-type'],
      'content-length': String(uncounted),
    };
    return connection(ground, headOf(ground, `POST ${path}`, headers), Buffer.alloc(uncounted - 1, ' '));
  });
}

export const thresholds: Assault = {
  name: 'just-below',
  title: 'Bodies just below each threshold, and as many connections that never send the last byte',
  alsoSmall: true,
  run: async (ground) => {
    const before = residentBytes(ground.standing.product.pidOf('web') ?? 0);
    const most = watchMemory(ground);
    const bodies = await largest();
    const held = unfinished(ground, ground.trial.small ? 100 : 2_000);
    const statuses = await press(ground.spell, 96, (number) => {
      const { path, body, headers } = bodies[number % bodies.length] as Sent;
      return send(ground, path, { body, headers: { ...headers, ...network(36_100 + (number % 24)) } });
    });
    for (const socket of held) socket.destroy();
    const later = await each(8, 8, (number) =>
      send(ground, '/api/v1/reports', {
        body: { ...report, clientKey: randomUUID(), email: `kim${number}@example.org` },
        headers: network(40_200 + number),
      }),
    );
    const taken = most() - before;
    return [
      finding('each is answered', !statuses.some(isFailure), tally(statuses)),
      finding(
        'they take 400 MB at most',
        taken <= mostTaken,
        `${Math.round(taken / 1_000_000)} MB, ${held.length} of them unfinished`,
      ),
      finding(
        'a report is taken as ever',
        later.every((status) => status === 201),
        tally(later),
      ),
    ];
  },
};
