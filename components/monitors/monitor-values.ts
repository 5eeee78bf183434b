import type { z } from 'zod';
import type { MonitorFields } from '@/lib/monitors/schema';
import type { NetworkProbe, ProbeInput } from '@/lib/probes/rules/probe';

export type MonitorKind = NetworkProbe['kind'];
type HttpProbe = Extract<NetworkProbe, { kind: 'HTTP' }>;

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const list = (form: FormData, name: string): string[] =>
  text(form, name)
    .split(/[\s,]+/)
    .filter((item) => item !== '');
const orNull = (form: FormData, name: string): number | null =>
  text(form, name) === '' ? null : Number(text(form, name));

/** What was typed as a JSON value; a word without quotation marks means itself. */
function jsonValue(typed: string): z.core.util.JSONType {
  try {
    return JSON.parse(typed) as z.core.util.JSONType;
  } catch {
    return typed;
  }
}

function requestOf(form: FormData, known: NetworkProbe | null) {
  // Headers, body and method have no field here, and are kept.
  const unchanged = known && 'request' in known ? known.request : {};
  return { ...unchanged, url: text(form, 'probe.request.url') };
}

function expectOf(form: FormData, known: NetworkProbe | null) {
  const path = text(form, 'probe.expect.json.0.path');
  const more = known?.kind === 'HTTP' ? known.expect.json.slice(1) : [];
  const first = path ? [{ path, equals: jsonValue(text(form, 'probe.expect.json.0.equals')) }] : [];
  return {
    status: list(form, 'probe.expect.status').map(Number),
    text: text(form, 'probe.expect.text') || null,
    json: [...first, ...more],
    maxMs: orNull(form, 'probe.expect.maxMs'),
  };
}

function probeOf(kind: MonitorKind, form: FormData, known: NetworkProbe | null): ProbeInput {
  const timeoutMs = Math.round(Number(text(form, 'probe.timeoutMs')) * 1_000);
  const host = text(form, 'probe.host');
  const port = Number(text(form, 'probe.port'));
  switch (kind) {
    case 'HTTP':
      return { kind, timeoutMs, request: requestOf(form, known), expect: expectOf(form, known) };
    case 'REPLICATION_LAG': {
      const maxSeconds = Number(text(form, 'probe.maxSeconds'));
      return { kind, timeoutMs, request: requestOf(form, known), path: text(form, 'probe.path'), maxSeconds };
    }
    case 'DNS':
      return { kind, timeoutMs, host, expect: list(form, 'probe.expect') };
    case 'TLS': {
      const servername = known?.kind === 'TLS' ? known.servername : null;
      return { kind, timeoutMs, host, port, servername, minDays: Number(text(form, 'probe.minDays')) };
    }
    case 'LATENCY': {
      const { tries = 5, maxLoss = 0 } = known?.kind === 'LATENCY' ? known : {};
      return { kind, timeoutMs, host, port, tries, maxLoss, maxMs: Number(text(form, 'probe.maxMs')) };
    }
    case 'TCP':
      return { kind, timeoutMs, host, port };
  }
}

/**
 * What the form says. @param known the probe that is edited: what of it has no field stays as it is, as long as the
 * kind does
 */
export function fieldsOf(kind: MonitorKind, form: FormData, known: NetworkProbe | null): MonitorFields {
  const same = known?.kind === kind ? known : null;
  return {
    name: text(form, 'name'),
    probe: probeOf(kind, form, same),
    intervalSeconds: Number(text(form, 'intervalSeconds')),
    confirmations: Number(text(form, 'confirmations')),
    raisesReports: form.get('raisesReports') === 'on',
  };
}

/** The first JSON rule of a probe, as its two fields show it. */
export function jsonRule(probe: HttpProbe | null): { path: string; equals: string } {
  const rule = probe?.expect.json[0];
  if (!rule) return { path: '', equals: '' };
  const plain = typeof rule.equals === 'string' && jsonValue(rule.equals) === rule.equals;
  return { path: rule.path, equals: plain ? String(rule.equals) : JSON.stringify(rule.equals) };
}
