import type { PolicyRow } from '@/lib/platform/policy';
import { exportsOf } from './exports';

const nouns = await exportsOf('lib/*/policy.ts');

/** The whole policy: every act of every noun, and who may do it. */
export const policyTable: Record<string, PolicyRow> = Object.assign(
  {},
  ...nouns.filter(([name]) => name.endsWith('Policy')).map(([, rows]) => rows),
);
