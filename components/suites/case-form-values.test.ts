import { expect, test } from 'vitest';
import { caseInputSchema } from '@/lib/suites/rules/case';
import { headersText, readCaseForm, tolerancesText, unorderedText } from './case-form-values';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const http = {
  kind: 'HTTP',
  name: 'Items',
  timeoutMs: '5000',
  'request.method': 'POST',
  'request.path': '/items',
  'request.headers': 'Accept: text/html\nX-Time: 10:30',
  'request.body': '{}',
  'request.redirects': '1',
  'comparison.status': 'on',
  'comparison.headers': 'content-type, x-shop etag',
  'comparison.body': 'JSON',
  'comparison.body.ignore': 'asOf\n\n items[*].seen ',
  'comparison.body.tolerances': 'total 5\nshare 2 %\nitems[*].price 0.5 1.5%',
  'comparison.body.unordered': 'items by id\ntags',
  'comparison.body.extra': 'on',
  'comparison.latency.maxMs': '800',
};

test('a form becomes a case that the API takes, and its lists come back as they were written', () => {
  const input = readCaseForm(formOf(http));
  const { request, comparison } = caseInputSchema.parse(input);
  expect(request).toMatchObject({
    method: 'POST',
    headers: { accept: 'text/html', 'x-time': '10:30' },
    redirects: 1,
  });
  if (comparison?.kind !== 'HTTP' || comparison.body.as !== 'JSON') throw new Error('It is JSON.');
  expect(comparison).toMatchObject({
    headers: ['content-type', 'x-shop', 'etag'],
    latency: { maxMs: 800, factor: null },
  });
  expect(comparison.body).toEqual({
    as: 'JSON',
    ignore: ['asOf', 'items[*].seen'],
    tolerances: [
      { path: 'total', absolute: 5, relative: null },
      { path: 'share', absolute: null, relative: 0.02 },
      { path: 'items[*].price', absolute: 0.5, relative: 0.015 },
    ],
    unordered: [
      { path: 'items', key: 'id' },
      { path: 'tags', key: null },
    ],
    extra: 'REFUSED',
  });
  expect(tolerancesText(comparison.body.tolerances)).toBe('total 5\nshare 2 %\nitems[*].price 0.5 1.5 %');
  expect(unorderedText(comparison.body.unordered)).toBe('items by id\ntags');
  expect(headersText({ accept: 'text/html' })).toBe('accept: text/html');
});

test('a place without a number is refused by the API at its field, not lost', () => {
  const input = readCaseForm(formOf({ ...http, 'comparison.body.tolerances': 'total' }));
  const refused = caseInputSchema.safeParse(input);
  expect(refused.error?.issues[0]?.path.join('.')).toBe('comparison.body.tolerances.0');
});

test.each(['TCP', 'TLS', 'DNS'])('%s takes the host of the address when none is given', (kind) => {
  const input = readCaseForm(formOf({ kind, name: 'Look' }));
  expect(caseInputSchema.parse(input).request).toMatchObject({ kind, host: null });
});
