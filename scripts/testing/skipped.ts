import { z } from 'zod';

const allowedSkips = z.array(z.object({ test: z.string().min(1), reason: z.string().min(1) }));

export type AllowedSkips = z.output<typeof allowedSkips>;

export function readAllowedSkips(text: string): AllowedSkips {
  return allowedSkips.parse(JSON.parse(text));
}

/** Skipped tests that nobody has allowed: each of them fails the run. */
export function unlistedSkips(skipped: readonly string[], allowed: AllowedSkips): string[] {
  const names = new Set(allowed.map(({ test }) => test));
  return skipped.filter((name) => !names.has(name));
}
