import type { Lifecycle } from '@/lib/platform/lifecycle';

function refuses(act: () => void): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

/**
 * Every (from, to) of a lifecycle as text, for its test: one row per from in the table's order, one mark per to,
 * `x` allowed and `.` refused. A pair on which the three questions disagree shows as `?`.
 */
export function lifecycleGrid<State extends string>(lifecycle: Lifecycle<State>): string[] {
  const { states } = lifecycle;
  const width = Math.max(...states.map((state) => state.length));
  return states.map((from) => {
    const marks = states.map((to) => {
      const can = lifecycle.canMove(from, to);
      const agree =
        lifecycle.move(from, to).ok === can &&
        refuses(() => lifecycle.assertMove(from, to)) !== can &&
        lifecycle.next(from).includes(to) === can;
      if (!agree) return '?';
      return can ? 'x' : '.';
    });
    return `${from.padEnd(width)} ${marks.join(' ')}`;
  });
}
