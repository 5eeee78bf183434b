import type { IconName } from '@/components/ui/icon-paths';
import { isOpenIncident } from '@/lib/incidents/lifecycle';
import type { IncidentView } from '@/lib/incidents/queries/views';
import type { IncidentRights } from './incident-rights';
import { stagesAhead } from './stages-ahead';

type Kind =
  | 'write'
  | 'advance'
  | 'resolve'
  | 'regrade'
  | 'promise'
  | 'note'
  | 'addService'
  | 'visibility'
  | 'reopen'
  | 'close'
  | 'allocate';

export interface IncidentVerb {
  kind: Kind;
  label: string;
  icon: IconName;
  /** The single key for it. */
  key: string;
  place: 'main' | 'button' | 'menu';
}

type Subject = Pick<IncidentView, 'stage' | 'visibility' | 'promise'>;

/** What somebody with these rights can do with an incident as it is; the main thing first. */
export function incidentVerbs(incident: Subject, can: IncidentRights): IncidentVerb[] {
  const { stage } = incident;
  const open = isOpenIncident(stage);
  const resolved = stage === 'RESOLVED';
  const back = stage === 'ACTING' || stage === 'MONITORING';
  const verbs: (IncidentVerb & { if: boolean })[] = [
    {
      kind: 'resolve',
      label: 'Resolve …',
      icon: 'check',
      key: 'e',
      place: 'button',
      if: open && can.resolve,
    },
    {
      kind: 'allocate',
      label: 'Allocate …',
      icon: 'plus',
      key: 'l',
      place: 'button',
      if: stage !== 'CLOSED' && can.allocate,
    },
    { kind: 'write', label: 'Post update', icon: 'send', key: 'u', place: 'main', if: open && can.publish },
    {
      kind: 'reopen',
      label: 'Reopen …',
      icon: 'undo',
      key: 'o',
      place: 'button',
      if: resolved && can.reopen,
    },
    { kind: 'close', label: 'Close …', icon: 'check', key: 'c', place: 'main', if: resolved && can.close },
    {
      kind: 'advance',
      label: 'Move the stage …',
      icon: 'arrow-right',
      key: 'm',
      place: 'menu',
      if: open && can.advance && stagesAhead(stage).length > 0,
    },
    {
      kind: 'reopen',
      label: 'Back to an earlier stage …',
      icon: 'undo',
      key: 'o',
      place: 'menu',
      if: back && can.reopen,
    },
    { kind: 'regrade', label: 'Re-grade …', icon: 'bolt', key: 's', place: 'menu', if: open && can.regrade },
    {
      kind: 'promise',
      label: 'Move the next update …',
      icon: 'clock',
      key: 'p',
      place: 'menu',
      if: open && incident.promise !== null && can.movePromise,
    },
    { kind: 'note', label: 'Add a note …', icon: 'note', key: 'n', place: 'menu', if: can.note },
    {
      kind: 'addService',
      label: 'Add a service …',
      icon: 'server',
      key: 'a',
      place: 'menu',
      if: open && can.setService,
    },
    {
      kind: 'visibility',
      label: incident.visibility === 'PUBLIC' ? 'Keep it internal …' : 'Show it to everyone …',
      icon: incident.visibility === 'PUBLIC' ? 'lock' : 'globe',
      key: 'v',
      place: 'menu',
      if: can.setVisibility,
    },
  ];
  return verbs.flatMap(({ if: offered, ...verb }) => (offered ? [verb] : []));
}
