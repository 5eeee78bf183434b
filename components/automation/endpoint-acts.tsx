'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import type { EndpointView } from '@/lib/automation/queries/views';

interface EndpointActsProps {
  endpoint: EndpointView;
  onEdit: () => void;
  onAsk: (act: 'rotate' | 'archive') => void;
}

/** What may be done with one endpoint of the list. */
export function EndpointActs({ endpoint, onEdit, onAsk }: EndpointActsProps) {
  const { name, archivedAt } = endpoint;
  const restore = useAct({
    touches: ['automation'],
    version: endpoint.version,
    call: (_, { version, key }) =>
      api('POST /automation/endpoints/:id/archive', { id: endpoint.id, version, archived: false }, { key }),
    refusal: 'toast',
  });
  if (archivedAt) {
    return (
      <Button
        size="sm"
        aria-label={`Bring ${name} back`}
        pending={restore.pending}
        onClick={() => void restore.run()}
      >
        Bring back
      </Button>
    );
  }
  return (
    <span className="row flex-wrap justify-end">
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
