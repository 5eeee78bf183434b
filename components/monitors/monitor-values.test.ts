import { expect, test } from 'vitest';
import { createMonitorInput } from '@/lib/monitors/schema';
import { type NetworkProbe, probeSchema } from '@/lib/probes/rules/probe';
import { fieldsOf, jsonRule, type MonitorKind } from './monitor-values';

const every = { name: 'Health', intervalSeconds: '30', confirmations: '2', 'probe.timeoutMs': '5' };

function read(kind: MonitorKind, fields: Record<string, string>, known: NetworkProbe | null = null) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...every, ...fields })) form.set(name, value);
  return createMonitorInput.parse({ service: 'shop', ...fieldsOf(kind, form, known) });
}

test('the form of every kind makes a monitor', () => {
  const url = 'http://127.0.0.1:4101/health';
  const http = read('HTTP', {
    'probe.request.url': url,
    'probe.expect.status': '200, 204',
    'probe.expect.maxMs': '2000',
    'probe.expect.json.0.path': 'status',
    'probe.expect.json.0.equals': 'ok',
    raisesReports: 'on',
  });
  expect(http).toMatchObject({ intervalSeconds: 30, confirmations: 2, raisesReports: true });
  expect(http.probe).toMatchObject({
    timeoutMs: 5_000,
    request: { url, method: 'GET' },
    expect: { status: [200, 204], text: null, json: [{ path: 'status', equals: 'ok' }], maxMs: 2_000 },
  });
  expect(read('TCP', { 'probe.host': 'db-1', 'probe.port': '5432' }).probe).toMatchObject({ port: 5_432 });
  expect(read('TLS', { 'probe.host': 'a', 'probe.port': '443', 'probe.minDays': '20' }).probe).toMatchObject({
    minDays: 20,
  });
  expect(read('DNS', { 'probe.host': 'a', 'probe.expect': '' }).probe).toMatchObject({ expect: [] });
  const lag = { 'probe.request.url': url, 'probe.path': 'lagSeconds', 'probe.maxSeconds': '2.5' };
  expect(read('REPLICATION_LAG', lag).probe).toMatchObject({ path: 'lagSeconds', maxSeconds: 2.5 });
  const latency = { 'probe.host': 'a', 'probe.port': '80', 'probe.maxMs': '300' };
  expect(read('LATENCY', latency)).toMatchObject({ raisesReports: false, probe: { tries: 5, maxMs: 300 } });
});

test('what has no field is kept, as long as the kind is', () => {
  const known = probeSchema.parse({
    kind: 'HTTP',
    request: { url: 'http://a.example/', headers: { 'x-key': 'k' }, method: 'HEAD' },
    expect: {
      json: [
        { path: 'a', equals: 1 },
        { path: 'b', equals: 2 },
      ],
    },
  }) as NetworkProbe;
  const fields = {
    'probe.request.url': 'http://b.example/',
    'probe.expect.json.0.path': 'a',
    'probe.expect.json.0.equals': '3',
  };
  expect(read('HTTP', fields, known).probe).toMatchObject({
    request: { url: 'http://b.example/', headers: { 'x-key': 'k' }, method: 'HEAD' },
    expect: {
      json: [
        { path: 'a', equals: 3 },
        { path: 'b', equals: 2 },
      ],
    },
  });
});

test('a JSON value is shown as it would be typed', () => {
  const rule = (equals: unknown) =>
    jsonRule(
      probeSchema.parse({
        kind: 'HTTP',
        request: { url: 'http://a.example/' },
        expect: { json: [{ path: 'a', equals }] },
      }) as never,
    ).equals;
  expect(['ok', '1', 1, true, null, { b: 2 }].map(rule)).toEqual([
    'ok',
    '"1"',
    '1',
    'true',
    'null',
    '{"b":2}',
  ]);
});
