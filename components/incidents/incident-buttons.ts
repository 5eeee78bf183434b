import type { ComponentType } from 'react';
import type { IconName } from '@/components/ui/icon-paths';
import type { MemberAct } from '@/lib/home/rules/member-acts';
import { isOpenIncident } from '@/lib/incidents/lifecycle';
import type { IncidentAct } from '@/lib/incidents/policy';
import type { IncidentView } from '@/lib/incidents/queries/views';
import { AddServiceDialog, lazyDialog } from './lazy-dialogs';

type Subject = Pick<IncidentView, 'stage' | 'visibility' | 'promise' | 'acts'>;

export interface IncidentButton {
  act: IncidentAct | 'allocation.request';
  label: string;
  icon: IconName;
  /** The single key for it. */
  key: string;
  place: 'main' | 'button' | 'menu';
  /** Without one, the button leads to the composer. */
  dialog?: ComponentType<{ onClose: () => void }>;
  /** What the incident needs besides the act. */
  when?: (incident: Subject) => boolean;
}

const ReopenDialog = lazyDialog(async () => (await import('./dialogs/reopen-dialog')).ReopenDialog);
const VisibilityDialog = lazyDialog(
  async () => (await import('./dialogs/visibility-dialog')).VisibilityDialog,
);

/** Every button of an incident, the main thing first. */
const buttons: IncidentButton[] = [
  {
    act: 'incident.resolve',
    label: 'Resolve …',
    icon: 'check',
    key: 'e',
    place: 'button',
    dialog: lazyDialog(async () => (await import('./dialogs/resolve-dialog')).ResolveDialog),
  },
  {
    act: 'allocation.request',
    label: 'Allocate …',
    icon: 'plus',
    key: 'l',
    place: 'button',
    when: ({ stage }) => stage !== 'CLOSED',
    dialog: lazyDialog(async () => (await import('@/components/resources/book-dialog')).AllocateDialog),
  },
  {
    act: 'update.publish',
    label: 'Post update',
    icon: 'send',
    key: 'u',
    place: 'main',
    when: ({ stage }) => isOpenIncident(stage),
  },
  {
    act: 'incident.reopen',
    label: 'Reopen …',
    icon: 'undo',
    key: 'o',
    place: 'button',
    when: ({ stage }) => stage === 'RESOLVED',
    dialog: ReopenDialog,
  },
  {
    act: 'incident.close',
    label: 'Close …',
    icon: 'check',
    key: 'c',
    place: 'main',
    dialog: lazyDialog(async () => (await import('./dialogs/close-dialog')).CloseDialog),
  },
  {
    act: 'incident.advance',
    label: 'Move the stage …',
    icon: 'arrow-right',
    key: 'm',
    place: 'menu',
    dialog: lazyDialog(async () => (await import('./dialogs/advance-dialog')).AdvanceDialog),
  },
  {
    act: 'incident.reopen',
    label: 'Back to an earlier stage …',
    icon: 'undo',
    key: 'o',
    place: 'menu',
    when: ({ stage }) => stage !== 'RESOLVED',
    dialog: ReopenDialog,
  },
  {
    act: 'incident.regrade',
    label: 'Re-grade …',
    icon: 'bolt',
    key: 's',
    place: 'menu',
    dialog: lazyDialog(async () => (await import('./dialogs/regrade-dialog')).RegradeDialog),
  },
  {
    act: 'incident.movePromise',
    label: 'Move the next update …',
    icon: 'clock',
    key: 'p',
    place: 'menu',
    when: ({ promise }) => promise !== null,
    dialog: lazyDialog(async () => (await import('./dialogs/promise-dialog')).PromiseDialog),
  },
  {
    act: 'incident.addNote',
    label: 'Add a note …',
    icon: 'note',
    key: 'n',
    place: 'menu',
    dialog: lazyDialog(async () => (await import('./dialogs/note-dialog')).NoteDialog),
  },
  {
    act: 'incident.addService',
    label: 'Add a service …',
    icon: 'server',
    key: 'a',
    place: 'menu',
    dialog: AddServiceDialog,
  },
  {
    act: 'incident.setVisibility',
    label: 'Keep it internal …',
    icon: 'lock',
    key: 'v',
    place: 'menu',
    when: ({ visibility }) => visibility === 'PUBLIC',
    dialog: VisibilityDialog,
  },
  {
    act: 'incident.setVisibility',
    label: 'Show it to everyone …',
    icon: 'globe',
    key: 'v',
    place: 'menu',
    when: ({ visibility }) => visibility !== 'PUBLIC',
    dialog: VisibilityDialog,
  },
];

/** The buttons for what somebody may do with an incident as it is, and whatever it is about. */
export function incidentButtons(incident: Subject, anywhere: readonly MemberAct[]): IncidentButton[] {
  const acts: readonly string[] = [...incident.acts, ...anywhere];
  return buttons.filter(({ act, when }) => acts.includes(act) && (when?.(incident) ?? true));
}
