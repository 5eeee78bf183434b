import { Button } from '@/components/ui/button';
import type { EndpointView } from '@/lib/automation/schema';

interface EndpointActsProps {
  endpoint: EndpointView;
  onEdit: () => void;
  onAsk: (act: 'rotate' | 'archive') => void;
  onRestore: () => Promise<void>;
}

/** What may be done with one endpoint of the list. */
export function EndpointActs({ endpoint, onEdit, onAsk, onRestore }: EndpointActsProps) {
  const { name, archivedAt } = endpoint;
  if (archivedAt) {
    return (
      <Button size="sm" aria-label={`Bring ${name} back`} onClick={() => void onRestore()}>
        Bring back
      </Button>
    );
  }
  return (
    <span className="row wrapf justify-end">
      <Button size="sm" aria-label={`Change ${name}`} onClick={onEdit}>
        Change
      </Button>
      <Button size="sm" aria-label={`New secret for ${name}`} onClick={() => onAsk('rotate')}>
        New secret
      </Button>
      <Button size="sm" variant="danger" aria-label={`Archive ${name}`} onClick={() => onAsk('archive')}>
        Archive
      </Button>
    </span>
  );
}
