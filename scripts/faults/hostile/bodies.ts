import { finding } from '@/scripts/faults/finding';
import { ask } from '@/scripts/trial/http';
import { encodedForm, hiddenFields } from '@/scripts/trial/page-form';
import { type Assault, each, type Ground, isFailure, network, press, send, tally } from './assault';

const megabyte = 1_000_000;

/** The form of reports with as much behind it as is let in. */
async function fullReport({ standing }: Ground) {
  const page = await ask(`${standing.product.url}/report`);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const noise = new Blob([Buffer.concat([start, Buffer.alloc(31 * megabyte, 'x')])]);
  const typed = { service: 'printing', experience: 'UNUSABLE', description: 'It is large.', files: noise };
  return await encodedForm({ ...hiddenFields(page.body), ...typed });
}

const largeForms: Assault = {
  name: 'large-forms',
  title: '31 MB to the form of reports, and 20 MB to every other form, in parallel',
  alsoSmall: true,
  run: async (ground) => {
    const count = ground.trial.small ? 8 : 30;
    const { body, headers } = await fullReport(ground);
    const reports = each(count, count, (number) =>
      send(ground, '/report', { body, headers: { ...headers, ...network(6_000 + (number >> 1)) } }),
    );
    const paths = ['/sign-in', '/password', '/subscribe', '/track'];
    const most = body.subarray(0, 20 * megabyte);
    const others = await each(count, count, (number) =>
      send(ground, paths[number % 4] as string, {
        body: most,
        headers: { ...headers, ...network(6_100 + number) },
      }),
    );
    const statuses = await reports;
    return [
      finding(
        'no other form takes 20 MB',
        // Whoever still sends when the refusal is said may be cut off before they hear it.
        others.every((status) => status === 413 || status === 0),
        tally(others),
      ),
      finding('each large report is answered', !statuses.some(isFailure), tally(statuses)),
    ];
  },
};

const jsonOf = (text: string, headers: Record<string, string>) => ({
  body: Buffer.from(text),
  headers: { ...headers, 'content-type': 'application/json' },
});

const deepDocuments: Assault = {
  name: 'deep-documents',
  title: 'JSON of 10 MB, of 10,000 levels, and titles of 1,000,000 characters',
  run: async (ground) => {
    const { headers } = ground.manager;
    const strange = [
      `{"title":"${'a'.repeat(10 * megabyte - 20)}"}`,
      `{"title":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      JSON.stringify({ title: 'a'.repeat(990_000) }),
      JSON.stringify({ title: '\u{1F469}\u200D\u{1F467}'.repeat(80_000) }),
      JSON.stringify({ title: `e${'\u0301'.repeat(300_000)}`, description: '\u0301'.repeat(100_000) }),
      `{${Array.from({ length: 60_000 }, (_, key) => `"k${key}":1`).join()}}`,
      `{"services":[${Array.from({ length: 200_000 }, () => '{}').join()}]}`,
    ];
    const paths = ['/api/v1/incidents', '/api/v1/reports', '/api/v1/services', '/api/v1/subscribers'];
    const statuses = await press(ground.spell, 8, (number) => {
      const path = paths[(number >> 3) % 4] as string;
      return send(
        ground,
        path,
        jsonOf(strange[number % 8] as string, { ...headers, ...network(7_000 + (number & 511)) }),
      );
    });
    const refused = statuses.every((status) => [400, 413, 422, 429].includes(status));
    return [finding('each is refused', refused, tally(statuses))];
  },
};

export const bodyAssaults = [largeForms, deepDocuments];
