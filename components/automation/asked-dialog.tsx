import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { EndpointView } from '@/lib/automation/schema';

export type Asked = { act: 'rotate' | 'archive'; endpoint: EndpointView };

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
  asked: Asked | null;
  onClose: () => void;
  onConfirm: (asked: Asked) => Promise<void>;
}

/** Asks before an act that automations feel. */
export function AskedDialog({ asked, onClose, onConfirm }: AskedDialogProps) {
  const question = asked && questions[asked.act];
  return (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={asked && question ? question.title(asked.endpoint.name) : ''}
      confirmLabel={question?.confirm ?? ''}
      cancelLabel="Leave it"
      onConfirm={async () => {
        if (asked) await onConfirm(asked);
      }}
    >
      {question?.text}
    </ConfirmDialog>
  );
}
