import type { CaseInput, Comparison } from '@/lib/suites/rules/case';
import type { CaseKind } from '@/lib/suites/schema';

type Json = Extract<Extract<Comparison, { kind: 'HTTP' }>['body'], { as: 'JSON' }>;
export type BodyAs = Extract<Comparison, { kind: 'HTTP' }>['body']['as'];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `Accept: text/html`, a line each. */
export function headersText(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function readHeaders(text: string): Record<string, string> {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const colon = line.indexOf(':');
      return colon === -1
        ? [line, '']
        : [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** `total 5`, `total 2 %` or `total 5 2 %`, a line each: a place, and how far its number may be off. */
export function tolerancesText(tolerances: Json['tolerances']): string {
  return tolerances
    .map(({ path, absolute, relative }) => {
      const percent = relative === null ? null : `${Number((relative * 100).toPrecision(6))} %`;
      return [path, absolute, percent].filter((part) => part !== null).join(' ');
    })
    .join('\n');
}

function readTolerances(text: string): Json['tolerances'] {
  return linesOf(text).map((line) => {
    const match = /^(.*?)(?:\s+([\d.]+))?(?:\s+([\d.]+)\s*%)?$/.exec(line);
    const [path = line, absolute, percent] = match?.slice(1) ?? [];
    return {
      path,
      absolute: absolute === undefined ? null : Number(absolute),
      relative: percent === undefined ? null : Number(percent) / 100,
    };
  });
}

/** `items by id`, or `tags` for items without a key. */
export function unorderedText(unordered: Json['unordered']): string {
  return unordered.map(({ path, key }) => (key === null ? path : `${path} by ${key}`)).join('\n');
}

function readUnordered(text: string): Json['unordered'] {
  return linesOf(text).map((line) => {
    const [path = line, key] = line.split(/\s+by\s+/);
    return { path, key: key ?? null };
  });
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const orNull = (form: FormData, name: string): string | null => text(form, name) || null;

/** Nothing is no number; what is none is left to the API to refuse. */
function number(form: FormData, name: string): number | null {
  const given = text(form, name);
  return given === '' ? null : Number(given);
}

function readBody(form: FormData) {
  const as = text(form, 'comparison.body') as BodyAs;
  if (as === 'CONTAINS') return { as, texts: linesOf(text(form, 'comparison.body.texts')) };
  if (as !== 'JSON') return { as };
  return {
    as,
    ignore: linesOf(text(form, 'comparison.body.ignore')),
    tolerances: readTolerances(text(form, 'comparison.body.tolerances')),
    unordered: readUnordered(text(form, 'comparison.body.unordered')),
    extra: form.get('comparison.body.extra') ? ('REFUSED' as const) : ('ALLOWED' as const),
  };
}

function readRequest(form: FormData, kind: CaseKind): CaseInput['request'] {
  const host = orNull(form, 'request.host');
  const port = number(form, 'request.port');
  switch (kind) {
    case 'HTTP':
      return {
        kind,
        method: text(form, 'request.method') as 'GET',
        path: text(form, 'request.path'),
        headers: readHeaders(text(form, 'request.headers')),
        body: orNull(form, 'request.body'),
        redirects: number(form, 'request.redirects') ?? 0,
      };
    case 'TCP':
      return { kind, host, port };
    case 'TLS':
      return { kind, host, port, minDays: number(form, 'request.minDays') ?? 14 };
    case 'DNS':
      return { kind, host };
  }
}

function readComparison(form: FormData, kind: CaseKind): NonNullable<CaseInput['comparison']> {
  const latency = {
    maxMs: number(form, 'comparison.latency.maxMs'),
    factor: number(form, 'comparison.latency.factor'),
  };
  switch (kind) {
    case 'HTTP':
      return {
        kind,
        status: form.get('comparison.status') !== null,
        headers: text(form, 'comparison.headers')
          .split(/[\s,]+/)
          .filter(Boolean),
        body: readBody(form),
        latency,
      };
    case 'TCP':
      return { kind, latency };
    case 'TLS':
      return { kind, latency, issuer: form.get('comparison.issuer') !== null };
    case 'DNS':
      return { kind, latency, addresses: form.get('comparison.addresses') !== null };
  }
}

/** What the case form says, for the API. */
export function readCaseForm(form: FormData): CaseInput {
  const kind = text(form, 'kind') as CaseKind;
  return {
    name: text(form, 'name'),
    request: readRequest(form, kind),
    comparison: readComparison(form, kind),
    timeoutMs: number(form, 'timeoutMs') ?? 10_000,
  };
}
