import * as allocations from './allocations';
import * as clocks from './clocks';
import * as incidents from './incidents';
import type { MailKind } from './mail-kind';
import * as members from './members';
import * as recoveries from './recoveries';
import * as reports from './reports';
import * as sight from './sight';
import * as subscribers from './subscribers';
import * as takeOver from './take-over';
import * as updates from './updates';

const nouns = [
  reports,
  updates,
  incidents,
  clocks,
  recoveries,
  allocations,
  members,
  takeOver,
  sight,
  subscribers,
];

/** Every kind of mail: what the files of the nouns export. */
export const mailKinds: readonly MailKind[] = nouns.flatMap((noun) => Object.values<MailKind>(noun));

/** Those that an event of this type causes. */
export function mailKindsOf(type: string): MailKind[] {
  return mailKinds.filter(({ causes }) => causes.includes(type));
}
