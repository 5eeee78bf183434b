import { type Column, columns, type PolicyRow } from '@/lib/platform/policy';

const heads: Record<Column, string> = {
  ANONYMOUS: 'Ano',
  REPORTER: 'Rep',
  SUBSCRIBER: 'Sub',
  USER: 'Use',
  DEVELOPER: 'Dev',
  RESPONDER: 'Res',
  MANAGER: 'Man',
  ADMIN: 'Adm',
  CALLBACK: 'Cal',
  SYSTEM: 'Sys',
  CLI: 'Cli',
};

function mark(row: PolicyRow, column: Column): string {
  if (row.yes.includes(column)) return 'x';
  return row.own?.includes(column) ? 'o' : '.';
}

/**
 * A noun's whole policy as text, for its test: one line per act, `x` on any subject, `o` on an own one, `.` never;
 * the last mark says whether an API key may do it when its role may.
 */
export function policyGrid(rows: Readonly<Record<string, PolicyRow>>): string[] {
  const width = Math.max(...Object.keys(rows).map((act) => act.length));
  const line = (name: string, marks: readonly string[]) =>
    `${name.padEnd(width)} ${marks.map((text) => text.padEnd(3)).join(' ')}`.trimEnd();
  const head = line('', [...columns.map((column) => heads[column]), 'key']);
  const body = Object.entries(rows).map(([act, row]) =>
    line(act, [...columns.map((column) => mark(row, column)), row.key ? 'key' : '-']),
  );
  return [head, ...body];
}
