import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutRoute } from '@/lib/testing/without-route';
import type { Handled } from './http/api/handled';
import { asRoute, type Callable, type Route } from './platform/route';
import { apiRoutes } from './routes';
import { policyTable } from './testing/policy-table';

interface Found {
  path: string;
  exported: string;
  name: string;
  act: string;
  call: unknown;
}

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);
const source = (path: string) => readFileSync(join('lib', path), 'utf8');
const makers = files.filter(
  (path) =>
    !/^platform\/|\.test\.ts$/.test(path) &&
    /\b(command|runCommand|query|listQuery|asCommand)\(|commandName/.test(source(path)),
);

/** What a file exports that was made by `command` or `query`. */
async function callsOf(path: string): Promise<Found[]> {
  const module: Record<string, unknown> = await import(/* @vite-ignore */ `@/lib/${path.slice(0, -3)}`);
  return Object.entries(module).flatMap(([exported, call]) => {
    if (typeof call !== 'function' || !('act' in call)) return [];
    const name = 'commandName' in call ? call.commandName : 'queryName' in call ? call.queryName : null;
    return name ? [{ path, exported, name: String(name), act: String(call.act), call }] : [];
  });
}

const calls = (await Promise.all(makers.map(callsOf))).flat();
const commands = calls.filter(({ call }) => 'commandName' in (call as object));
const rows = Object.entries<Callable | Route | Handled>(apiRoutes);
const routed = new Set<unknown>(rows.map(([, row]) => ('handle' in row ? null : asRoute(row).call)));

const kebab = (word: string) => word.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The folders of a noun, by the page of names. */
function foldersOf(noun: string): string[] {
  const word = kebab(noun).replaceAll('-', ' ');
  const rows = readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| ([a-z, ]+) \|[^|]+\| (`lib.+) \|$/gm);
  const row = [...rows].find(([, words = '']) => words.split(', ').includes(word));
  return [...(row?.[2] ?? '').matchAll(/lib\/(\w+)/g)].map(([, folder = '']) => folder);
}

/** Where somebody looks for an act who knows the words: the verb, then the verb with its noun. */
function guesses(name: string): string[] {
  const [noun = '', verb = ''] = name.split('.').map(kebab);
  const [first = '', second] = foldersOf(name.split('.')[0] ?? '');
  const one = `${first}/commands/${verb}.ts`;
  if (!second) return [one, `${first}/commands/${verb}-${noun}.ts`];
  return [one, `${second}/commands/${verb}.ts`, `${second}/commands/${verb}-${noun}.ts`];
}

describe('the table of routes', () => {
  test('holds every command and every query, but those that say why not', () => {
    expect(commands.length).toBeGreaterThan(40);
    const missing = calls.filter(({ call }) => !routed.has(call)).map(({ name }) => name);
    expect(
      new Set(missing),
      'Add a line to lib/<noun>/routes.ts, or a reason to lib/testing/without-route.ts.',
    ).toEqual(new Set(Object.keys(withoutRoute)));
  });

  test('holds nothing else, and each address once', () => {
    const known = new Set<unknown>(calls.map(({ call }) => call));
    expect([...routed].filter((call) => call !== null && !known.has(call))).toEqual([]);
    const lines = files
      .filter((path) => /(^|\/)routes(\.ts$|\/)/.test(path))
      .flatMap((path) => source(path).split('\n'));
    const addresses = lines.flatMap(
      (line) => /^ {2,4}'((?:GET|POST|PUT|PATCH|DELETE) [^']+)':/.exec(line)?.[1] ?? [],
    );
    expect([...addresses].sort()).toEqual(rows.map(([address]) => address).sort());
  });

  test('names the parameters of one path by one set of names', () => {
    const paths = new Set(rows.map(([address]) => address.split(' ')[1] ?? ''));
    expect(new Set([...paths].map((path) => path.replaceAll(/:\w+/g, ':'))).size).toBe(paths.size);
  });

  test('says by its methods what CONTRIBUTING.md says of them', () => {
    const named = rows.flatMap(([address, row]) => {
      const call = 'handle' in row ? null : asRoute(row).call;
      return call && 'commandName' in call ? [{ address, name: call.commandName }] : [];
    });
    const wrong = named.filter(({ address, name }) => {
      const isArchiving = /\.archive/.test(name) !== /^POST .*\/archive$/.test(address);
      const isEdit = /\.edit/.test(name) && !address.startsWith('PATCH ');
      return isArchiving || isEdit || /^PUT .*\/:\w+$/.test(address);
    });
    expect(wrong).toEqual([]);
  });
});

describe('every command', () => {
  test('has a name of its own', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  test.each(commands)('$name is found in three guesses', ({ name, path }) => {
    expect(guesses(name), 'Name the file for the act, or the noun in CONTRIBUTING.md.').toContain(path);
  });

  test('has a row in the policy table, and every row is asked for', () => {
    // Whoever may read deliveries is asked once more where a mail lets somebody into an account.
    const asked = [...calls.map(({ act }) => act), 'delivery.readAccountMail'];
    expect(new Set(asked)).toEqual(new Set(Object.keys(policyTable)));
  });

  // The others are called as everybody by lib/http/every-route.db.test.ts.
  const apart = commands.filter(({ call }) => !routed.has(call));
  const tests = files.filter((path) => path.endsWith('.db.test.ts')).map(source);
  test.each(apart)('$name is tested against somebody who may not', ({ exported }) => {
    const name = new RegExp(`\\b${exported}\\b`);
    const refused = tests.some((text) => name.test(text) && /forbidden|unauthenticated/.test(text));
    expect(refused, 'Add a test of the refusal to a .db.test.ts file.').toBe(true);
  });
});

test('a folder of lib/ has at most twelve files beside its folders', () => {
  const loose = (folder: string) =>
    readdirSync(join('lib', folder), { withFileTypes: true }).filter((entry) => entry.isFile()).length;
  const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => loose(name) > 12)).toEqual([]);
});

test('a version is raised in one place, where the event that tells it is known', () => {
  const raises =
    /^(?!\s*[*/]).*(\bversion\b[^,;\n]*(\+\+|\+=|\+ *1\b|increment)|\b1 *\+ *[\w.]*\bversion\b)/m;
  const raised = files.filter(
    (path) => !/(^|\/)testing\/|\.test\.ts$/.test(path) && raises.test(source(path)),
  );
  // Settings are written as a new row each, and no form is checked against the version of a step of a run.
  expect(raised.sort()).toEqual([
    'platform/subject.ts',
    'runs/subject.ts',
    'runs/transitions/run-transaction.ts',
    'runs/transitions/settle-done.ts',
    'settings/write-version.ts',
  ]);
});

test('a transaction is begun in one place, where it is known to have one connection', () => {
  const begun = files.filter((path) => !path.endsWith('.test.ts') && source(path).includes('.$transaction('));
  expect(begun).toEqual(['database/db.ts']);
});
