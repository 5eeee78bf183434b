import type { ActState } from '@/components/ui/act-state';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { EndpointView } from '@/lib/automation/queries/views';

export type EndpointRequest = { act: 'rotate' | 'archive'; endpoint: EndpointView };

const questions = {
  rotate: {
    title: (name: string) => `Make a new secret for “${name}”?`,
    confirm: 'Make a new secret',
    text: 'The old one is worth nothing from then on: until the automation has the new one, it refuses calls.',
  },
  archive: {
    title: (name: string) => `Archive “${name}”?`,
    confirm: 'Archive it',
    text: 'Plans that name it can not be run until they name another.',
  },
};

interface AskedDialogProps {
  asked: EndpointRequest;
  act: ActState;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an act that automations feel. */
export function AskedDialog({ asked: { act: verb, endpoint }, ...asking }: AskedDialogProps) {
  const { title, confirm, text } = questions[verb];
  return (
    <ConfirmDialog title={title(endpoint.name)} confirmLabel={confirm} cancelLabel="Leave it" {...asking}>
      {text}
    </ConfirmDialog>
  );
}
