'use client';

import type { DialogRequest } from '@/components/incidents/dialog-request';
import { useIncident } from '@/components/incidents/incident-context';
import { AllocateDialog } from '@/components/resources/book-dialog';
import { AdvanceDialog } from './advance-dialog';
import { CloseDialog } from './close-dialog';
import { NoteDialog } from './note-dialog';
import { PromiseDialog } from './promise-dialog';
import { RegradeDialog } from './regrade-dialog';
import { ReopenDialog } from './reopen-dialog';
import { ResolveDialog } from './resolve-dialog';
import { RoleDialog } from './role-dialog';
import { AddServiceDialog, ServiceDialog } from './service-dialog';
import { UpdateDialog } from './update-dialog';
import { VisibilityDialog } from './visibility-dialog';

function AllocateHere({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  return <AllocateDialog incidentRef={incident.ref} onClose={onClose} />;
}

/** The dialog that was asked for. */
export function IncidentDialog({ request, onClose }: { request: DialogRequest; onClose: () => void }) {
  switch (request.kind) {
    case 'advance':
      return <AdvanceDialog onClose={onClose} />;
    case 'regrade':
      return <RegradeDialog onClose={onClose} />;
    case 'promise':
      return <PromiseDialog onClose={onClose} />;
    case 'note':
      return <NoteDialog onClose={onClose} />;
    case 'resolve':
      return <ResolveDialog onClose={onClose} />;
    case 'close':
      return <CloseDialog onClose={onClose} />;
    case 'reopen':
      return <ReopenDialog onClose={onClose} />;
    case 'visibility':
      return <VisibilityDialog onClose={onClose} />;
    case 'addService':
      return <AddServiceDialog onClose={onClose} />;
    case 'allocate':
      return <AllocateHere onClose={onClose} />;
    case 'role':
      return <RoleDialog role={request.role} onClose={onClose} />;
    case 'service':
      return <ServiceDialog serviceId={request.serviceId} onClose={onClose} />;
    case 'update':
      return <UpdateDialog updateId={request.updateId} onClose={onClose} />;
  }
}
