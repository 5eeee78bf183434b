import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '@/scripts/start/project';
import { nouns, waysIn } from './import-rules';
import { importRules, importRulesFile } from './write-rules';

const imports = (path: string) => `import { a } from '${path}';\n\nexport const b = a;\n`;
const lines = (count: number, line: string) => `${line}\n`.repeat(count);

/** File, its text, and the rule that must catch it (none: it is fine). */
const planted: [path: string, text: string, rule: string | undefined][] = [
  ['lib/platform/grammar.ts', imports('@/lib/reports/schema'), 'noRestrictedImports'],
  ['lib/platform/server.ts', imports('@/lib/http/problem'), 'noRestrictedImports'],
  ['lib/platform/fine.ts', imports('@/lib/platform/errors'), undefined],
  ['lib/reports/upward.ts', imports('@/lib/incidents/schema'), 'noRestrictedImports'],
  ['lib/reports/types.ts', "export type { A } from '@/lib/incidents/schema';\n", 'noRestrictedImports'],
  [
    'lib/reports/later.ts',
    "export const a = () => import('@/lib/incidents/schema');\n",
    'noRestrictedImports',
  ],
  ['lib/reports/drawn.ts', imports('@/components/reports/list'), 'noRestrictedImports'],
  ['lib/incidents/downward.ts', imports('@/lib/reports/queries/read'), undefined],
  ['lib/services/page.ts', imports('@/app/page'), 'noRestrictedImports'],
  ['lib/services/climb.ts', imports('../reports/schema'), 'noRestrictedImports'],
  ['lib/services/climb-one.ts', imports('..'), 'noRestrictedImports'],
  ['lib/http/way-in.ts', imports('@/lib/reports/queries/read'), undefined],
  ['lib/services/climb.test.ts', imports('../reports/schema'), 'noRestrictedImports'],
  ['lib/reports/table.ts', imports('@/lib/routes'), 'noRestrictedImports'],
  [
    'components/api/client.ts',
    "import type { ApiRoutes } from '@/lib/routes';\n\nexport type A = ApiRoutes;\n",
    undefined,
  ],
  ['components/api/table.ts', imports('@/lib/routes'), 'noRestrictedImports'],
  ['components/reports/table.ts', imports('@/lib/routes'), 'noRestrictedImports'],
  ['components/reports/list.tsx', imports('@/lib/reports/queries/read'), 'noRestrictedImports'],
  ['components/reports/post.tsx', imports('@/lib/reports/commands/file'), 'noRestrictedImports'],
  ['components/reports/pure.tsx', imports('@/lib/reports/schema'), undefined],
  ['components/members/keys.tsx', imports('@/lib/members/schema'), undefined],
  ['components/deliveries/outbox.tsx', imports('@/lib/deliveries/queries/views'), undefined],
  ['components/documents/page.tsx', imports('@/lib/status/render/page-context'), undefined],
  ['components/status/page.tsx', imports('@/lib/status/documents/store'), 'noRestrictedImports'],
  ['scripts/commands/routes.ts', imports('@/app/api/route'), 'noRestrictedImports'],
  ['lib/checks/round.ts', imports('@/lib/checks/trip'), 'noImportCycles'],
  [
    'lib/checks/trip.ts',
    "import type { b } from './round';\n\nexport type A = typeof b;\n",
    'noImportCycles',
  ],
  ['lib/runs/everything.ts', "export * from './schema';\n", 'noBarrelFile'],
  ['lib/runs/camelCase.ts', 'export const a = 1;\n', 'useFilenamingConvention'],
  ['lib/runs/only.ts', 'export default 1;\n', 'noDefaultExport'],
  ['app/page.tsx', 'export default function Page() {\n  return null;\n}\n', undefined],
  ['lib/runs/long.ts', lines(251, 'console.log(1);'), 'noExcessiveLinesPerFile'],
  [
    'lib/runs/tall.ts',
    `export function tall() {\n${lines(61, '  console.log(1);')}}\n`,
    'noExcessiveLinesPerFunction',
  ],
  ['lib/runs/float.ts', 'const later = async () => 1;\n\nlater();\n', 'noFloatingPromises'],
];

let copy: string;
let found: Map<string, Set<string>>;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'standby-lint-'));
  for (const name of [
    '.biome.json',
    '.gitignore',
    'package.json',
    'tsconfig.json',
    'scripts/lint/import-rules.json',
  ])
    put(name);
  for (const [path, text] of planted) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  found = lint();
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function put(name: string): void {
  mkdirSync(join(copy, dirname(name)), { recursive: true });
  copyFileSync(join(projectRoot, name), join(copy, name));
}

function lint(): Map<string, Set<string>> {
  const biome = join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=1000', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  const rules = new Map<string, Set<string>>();
  for (const [, rule = '', file = ''] of stdout.matchAll(/^::error title=lint\/\w+\/(\w+),file=([^,]+),/gm)) {
    const path = file.replace(/^.*standby-lint-[^/]+\//, '');
    rules.set(path, (rules.get(path) ?? new Set()).add(rule));
  }
  return rules;
}

describe('the linter', () => {
  test.each(planted)('judges %s', (path, _text, rule) => {
    const expected = rule ? [rule] : [];
    expect([...(found.get(path) ?? [])]).toEqual(expected);
  });

  test('has the rules that the list of nouns says', () => {
    expect(readFileSync(importRulesFile, 'utf8')).toBe(importRules());
  });

  test('has a place for every folder of lib/', () => {
    const known = new Set<string>([...nouns, ...waysIn, 'platform', 'database', 'testing']);
    const folders = readdirSync(join(projectRoot, 'lib'), { withFileTypes: true });
    expect(
      folders.filter((one) => one.isDirectory() && !known.has(one.name)).map(({ name }) => name),
    ).toEqual([]);
  });
});
