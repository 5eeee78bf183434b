import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const security = readFileSync('SECURITY.md', 'utf8');
const checklist = readFileSync('docs/asvs.md', 'utf8');

const rowsOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('| '));

/** `path`: `title` in a document, as it is written there. */
function testsIn(text: string): { path: string; title: string }[] {
  const named = text.matchAll(/`([\w./()[\]-]+\.tsx?)`: `([^`]+)`/g);
  return [...named].map(([, path = '', title = '']) => ({ path, title }));
}

function isThere({ path, title }: { path: string; title: string }): boolean {
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((literal) => source.includes(literal));
}

describe('the threat model', () => {
  const threats = security.slice(security.indexOf('## Who may try what'));
  const rows = rowsOf(threats).filter((row) => !/^\| tries |^\|---/.test(row));

  test('names in every row a test that there is', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
    expect(testsIn(threats).filter((named) => !isThere(named))).toEqual([]);
  });
});

describe('the list of ASVS 5.0', () => {
  const cells = rowsOf(checklist).map((row) => row.split('|').map((cell) => cell.trim()));
  const requirements = cells
    .filter((row) => row.length > 5)
    .flatMap(([, id = '', level, , state = '', where = '']) =>
      /^\d/.test(id) ? [{ id, level, state, where }] : [],
    );

  test('has each requirement of level 1 and 2 once, in its order', () => {
    const ids = requirements.map(({ id }) => id);
    const inOrder = [...new Set(ids)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(ids).toEqual(inOrder);
    expect(ids).toHaveLength(253);
    expect(requirements.filter(({ level }) => level === '1')).toHaveLength(70);
  });

  test('says of each where it is met, why it does not apply, or what is missing', () => {
    const states = ['met', 'not applicable', 'not met'];
    expect(requirements.filter(({ state, where }) => !states.includes(state) || !where)).toEqual([]);
  });

  test('says at its top how many they are, and what it would take to meet what is not met', () => {
    const of = (wanted: string) => requirements.filter(({ state }) => state === wanted);
    const missing = of('not met');
    expect(checklist).toContain(
      `${of('met').length} are met, ${of('not applicable').length} do not apply, ${missing.length} are not met`,
    );
    const told = cells.filter((row) => row.length === 5).flatMap(([, ids = '']) => ids.split(', '));
    expect(told.filter((id) => /^\d/.test(id)).sort()).toEqual(missing.map(({ id }) => id).sort());
  });
});
