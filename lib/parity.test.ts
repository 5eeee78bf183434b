import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutRoute } from './parity';
import type { Actor } from './platform/context';
import { roles } from './platform/context';
import { newId } from './platform/ids';
import { allowed, columns } from './platform/policy';
import { policyTable } from './policy-table';

interface Found {
  file: string;
  exported: string;
  commandName: string;
  act: string;
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));
}

const commandFiles = filesBelow('lib', '.ts').filter(
  (path) => /^lib\/[^/]+\/commands\//.test(path) && !path.endsWith('.test.ts'),
);

async function commandsOf(file: string): Promise<Found[]> {
  const module: Record<string, unknown> = await import(/* @vite-ignore */ `@/${file.replace(/\.ts$/, '')}`);
  return Object.entries(module).flatMap(([exported, value]) =>
    typeof value === 'function' && 'commandName' in value && 'act' in value
      ? [{ file, exported, commandName: String(value.commandName), act: String(value.act) }]
      : [],
  );
}

const commands = (await Promise.all(commandFiles.map(commandsOf))).flat();
const sources = (paths: string[]) => paths.map((path) => readFileSync(path, 'utf8'));
const routes = sources(filesBelow('app/api', 'route.ts'));
const tests = sources(filesBelow('lib', '.db.test.ts'));

describe('every command', () => {
  test('is found', () => {
    expect(commands.length).toBeGreaterThan(40);
    expect(new Set(commands.map((command) => command.commandName)).size).toBe(commands.length);
  });

  test.each(commands)('$commandName has a row in the policy table', ({ act }) => {
    expect(policyTable).toHaveProperty([act]);
  });

  test.each(commands)(
    '$commandName has a route of the API, or says why not',
    ({ file, exported, commandName }) => {
      const path = `@/${file.replace(/\.ts$/, '')}`;
      const routed = routes.some((text) => text.includes(`'${path}'`) && text.includes(exported));
      const reason = withoutRoute[commandName];
      expect(routed || Boolean(reason), 'Add a route, or a reason in lib/parity.ts.').toBe(true);
      expect(routed && Boolean(reason), 'It has a route now: take its reason out of lib/parity.ts.').toBe(
        false,
      );
    },
  );

  test.each(commands)('$commandName is tested against somebody who may not', ({ exported }) => {
    const name = new RegExp(`\\b${exported}\\b`);
    const refused = tests.some((text) => name.test(text) && /forbidden|unauthenticated/.test(text));
    expect(refused, 'Add a test of the refusal to a .db.test.ts file.').toBe(true);
  });
});

function actorOf(column: string): Actor {
  switch (column) {
    case 'ANONYMOUS':
      return { kind: 'anonymous' };
    case 'REPORTER':
      return { kind: 'reporter', reportId: newId() };
    case 'SUBSCRIBER':
      return { kind: 'subscriber', subscriberId: newId() };
    case 'CALLBACK':
      return { kind: 'callback', attemptId: newId() };
    case 'SYSTEM':
      return { kind: 'system', part: 'test' };
    case 'CLI':
      return { kind: 'cli' };
    default:
      return {
        kind: 'member',
        memberId: newId(),
        role: column as (typeof roles)[number],
        sessionId: newId(),
      };
  }
}

describe('every role and act', () => {
  const cases = Object.entries(policyTable).flatMap(([act, row]) =>
    columns.map((column) => ({ act, row, column })),
  );

  test.each(cases)('$column, $act', ({ row, column }) => {
    const actor = actorOf(column);
    expect(allowed(row, actor, false)).toBe(row.yes.includes(column));
    expect(allowed(row, actor, true)).toBe(row.yes.includes(column) || (row.own ?? []).includes(column));
  });

  test('a key may do what its role may, on rows that are open to keys, and nothing else', () => {
    for (const row of Object.values(policyTable)) {
      for (const role of roles) {
        const key: Actor = { kind: 'key', keyId: newId(), role };
        expect(allowed(row, key, false)).toBe(Boolean(row.key) && row.yes.includes(role));
      }
    }
  });

  test('a user and a visitor can change nothing that is not their own', () => {
    const open = Object.entries(policyTable)
      .filter(([, row]) => row.yes.includes('ANONYMOUS'))
      .map(([act]) => act)
      .sort();
    expect(open).toMatchInlineSnapshot(`
      [
        "member.acceptInvitation",
        "member.requestReset",
        "member.resetPassword",
        "report.file",
        "report.mailLink",
        "session.start",
        "status.read",
        "subscriber.subscribe",
      ]
    `);
  });
});
