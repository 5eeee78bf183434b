import { finding } from '@/scripts/faults/finding';
import { signIn } from '@/scripts/faults/sign-in';
import { shownMs } from '@/scripts/trial/figures';
import { ask } from '@/scripts/trial/http';
import {
  type Assault,
  each,
  type Ground,
  isFailure,
  network,
  press,
  privateLinks,
  send,
  tally,
} from './assault';

const json = (body: object, from: number) => ({ body, headers: network(from) });

const reportOf = (number: number) => ({
  service: 'printing',
  experience: 'UNUSABLE',
  description: `It is flood ${number}.`,
  email: `r${number}@flood-${number % 97}.example`,
});

const oneAddress: Assault = {
  name: 'one-address',
  title: 'Reports and subscriptions by the thousand from one address',
  alsoSmall: true,
  run: async (ground) => {
    const count = ground.trial.small ? 300 : 3_100;
    const subscriber = (number: number) => ({ email: `s${number}@flood-${number % 97}.example` });
    const [reports, subscriptions, otherReports, otherSubscriptions] = await Promise.all([
      each(count, 32, (number) => send(ground, '/api/v1/reports', json(reportOf(number), 3_000))),
      each(count, 32, (number) => send(ground, '/api/v1/subscribers', json(subscriber(number), 3_001))),
      each(count / 20, 2, (number) =>
        send(ground, '/api/v1/reports', json(reportOf(10_000 + number), 3_100 + number)),
      ),
      each(count / 20, 2, (number) =>
        send(ground, '/api/v1/subscribers', json(subscriber(10_000 + number), 3_500 + number)),
      ),
    ]);
    return [
      finding(
        'other networks report and subscribe',
        otherReports.every((status) => status === 201) &&
          otherSubscriptions.every((status) => status === 202),
        `${tally(otherReports)}; ${tally(otherSubscriptions)}`,
      ),
      finding(
        'most of that address is refused',
        [reports, subscriptions].every((all) => all.filter((one) => one === 429).length >= count - 40),
        `${tally(reports)}; ${tally(subscriptions)}`,
      ),
    ];
  },
};

const refusedFlood: Assault = {
  name: 'refused-flood',
  title: 'Requests that are refused, as fast as 64 connections can send them',
  alsoSmall: true,
  run: async (ground) => {
    const paths = ['/api/v1/subscribers', '/api/v1/tracking', '/api/v1/reports', '/api/v1/session'];
    const bodies = [
      { email: 'kim@example.org' },
      { ref: 'R-7K3M9Q', email: 'kim@example.org' },
      reportOf(0),
      { email: 'kim@example.org', password: 'wrong horse battery' },
    ];
    const statuses = await press(ground.spell, 64, (number) =>
      send(ground, paths[number % 4] as string, json(bodies[number % 4] as object, 4_000)),
    );
    const refused = statuses.filter((status) => status === 429).length;
    const found = `${tally(statuses)} in ${shownMs(ground.spell)}`;
    return [finding('it is refused', refused > statuses.length / 2 && !statuses.some(isFailure), found)];
  },
};

const passwordChanges: Assault = {
  name: 'password-changes',
  title: 'A member who changes their password 40 times at once',
  run: async (ground) => {
    const { headers, password } = await signIn(ground.standing, 'user');
    const account = await ask(`${ground.standing.product.url}/api/v1/session`, { headers });
    const path = `/api/v1/members/${JSON.parse(account.body).id}/password`;
    const change = { current: password, password: 'nine loud owls by moonlight' };
    const statuses = await press(ground.spell, 40, (number) =>
      send(ground, path, {
        method: 'PUT',
        body: number % 2 ? { ...change, current: 'wrong horse battery' } : change,
        headers,
      }),
    );
    return [finding('each is answered', !statuses.some(isFailure), tally(statuses))];
  },
};

const headsOfStreams: Assault = {
  name: 'heads-on-live',
  title: '12,000 HEADs on the stream of hints',
  run: async (ground) => {
    const { headers } = ground.manager;
    const statuses = await each(12_000, 64, () => send(ground, '/api/v1/live', { method: 'HEAD', headers }));
    const from = { ...headers, ...network(4_500) };
    const stream = await firstBytes(`${ground.standing.product.url}/api/v1/live`, from);
    return [
      finding('each is answered', !statuses.some(isFailure), tally(statuses)),
      finding('a member’s stream begins within 1 s', stream <= 1_000, shownMs(stream)),
    ];
  },
};

/** @returns milliseconds until a stream says its first word */
export async function firstBytes(url: string, headers: Record<string, string>): Promise<number> {
  const began = performance.now();
  const over = new AbortController();
  const answer = await fetch(url, { headers, signal: over.signal });
  await answer.body?.getReader().read();
  over.abort();
  return performance.now() - began;
}

async function trackedReport({ standing }: Ground, link: string) {
  const { body } = await ask(`${standing.product.url}${link}`);
  return JSON.parse(body) as { ref: string; version: number };
}

async function eventsOf({ standing }: Ground, ref: string): Promise<number> {
  const { rows } = await standing.database.pool.query<{ count: number }>(
    `select count(*)::int as count from event_subject s join report r on r.id = s.subject_id where r.ref = $1`,
    [ref],
  );
  return rows[0]?.count ?? 0;
}

const actsOfOneLink: Assault = {
  name: 'one-link',
  title: 'Confirmations and corrections behind one private link, 300 of each',
  run: async (ground) => {
    const [link = ''] = await privateLinks(ground, 1);
    const { ref, version } = await trackedReport(ground, link);
    const before = await eventsOf(ground, ref);
    const statuses = await each(600, 32, (number) => {
      const from = 5_000 + number;
      const change = { version: version + (number >> 1), affectedWhere: `Room ${number}` };
      return number % 2
        ? send(ground, `${link}/confirm`, json({ answer: 'WORKS' }, from))
        : send(ground, link, { ...json(change, from), method: 'PATCH' });
    });
    const events = (await eventsOf(ground, ref)) - before;
    return [finding('30 of them are kept at most', events <= 30, `${events} events; ${tally(statuses)}`)];
  },
};

export const floodAssaults = [oneAddress, refusedFlood, passwordChanges, headsOfStreams, actsOfOneLink];
