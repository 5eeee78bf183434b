import { listed } from '@/lib/language/words';
import { type Role, roleLabel, roleSchema } from '@/lib/members/schema';
import type { Column, PolicyRow } from '@/lib/platform/policy';

const others: Partial<Record<Column, string>> = {
  ANONYMOUS: 'visitors without a sign-in',
  REPORTER: 'the reporter',
  SUBSCRIBER: 'the subscriber',
  CALLBACK: 'the automation that was called',
};

/** Those who come by the API; Standby itself and the command line do not. */
function people(columns: readonly Column[]): string[] {
  const members = roleSchema.options.filter((role) => columns.includes(role));
  const named = members.map((role: Role) => `${roleLabel[role].toLowerCase()}s`);
  const everyMember = members.length === roleSchema.options.length ? ['all members'] : named;
  return [
    ...everyMember,
    ...Object.entries(others).flatMap(([name, words]) => (columns.includes(name as Column) ? [words] : [])),
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A row of the policy table in words. */
export function whoMay({ yes, own = [], key }: PolicyRow): string {
  const anybody = people(yes);
  const owners = people(own.filter((column) => !yes.includes(column)));
  const parts = [
    ...(anybody.length > 0 ? [listed(anybody)] : []),
    ...(owners.length > 0 ? [`${listed(owners)} for what is their own`] : []),
  ];
  const keys = key ? ' API keys of these roles may too.' : ' API keys may not.';
  return parts.length > 0 ? `${capital(parts.join('; '))}.${keys}` : 'Nobody by the API.';
}
