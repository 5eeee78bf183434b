'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { showToast } from '@/components/ui/show-toast';
import type { EndpointView } from '@/lib/automation/schema';
import { archiveEndpoint, endpointsQuery, rotateSecret } from './api';
import { type Asked, AskedDialog } from './asked-dialog';
import { EndpointActs } from './endpoint-acts';
import { endpointColumns } from './endpoint-columns';
import { EndpointDialog, type ServiceOption } from './endpoint-dialog';
import { SecretNote } from './secret-note';

/** Where automated steps call, for those who administer it. */
export function EndpointsPage({ initial, services }: { initial: EndpointView[]; services: ServiceOption[] }) {
  const client = useQueryClient();
  const { data: endpoints } = useQuery({ ...endpointsQuery(), initialData: initial });
  const [edited, setEdited] = useState<EndpointView | 'NEW' | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [shown, setShown] = useState<{ name: string; secret: string } | null>(null);
  const again = () => client.invalidateQueries({ queryKey: ['automation'] });

  const confirmed = async ({ act, endpoint }: Asked): Promise<void> => {
    if (act === 'archive') {
      await archiveEndpoint(endpoint, true);
      showToast({ title: `“${endpoint.name}” is archived` });
    } else {
      const { secret } = await rotateSecret(endpoint);
      if (secret) setShown({ name: endpoint.name, secret });
    }
    await again();
  };
  const acts: Column<EndpointView> = {
    key: 'acts',
    header: <span className="sr">Acts</span>,
    align: 'num',
    cell: (endpoint) => (
      <EndpointActs
        endpoint={endpoint}
        onEdit={() => setEdited(endpoint)}
        onAsk={(act) => setAsked({ act, endpoint })}
        onRestore={async () => {
          await archiveEndpoint(endpoint, false).catch((error: Error) =>
            showToast({ title: error.message, tone: 'bad' }),
          );
          await again();
        }}
      />
    ),
  };
  return (
    <>
      {shown ? <SecretNote {...shown} onDone={() => setShown(null)} /> : null}
      <Card>
        <CardHeader
          title="Endpoints"
          meta={`${endpoints.filter((one) => !one.archivedAt).length} in use`}
          actions={
            <Button size="sm" icon="plus" onClick={() => setEdited('NEW')}>
              Add an endpoint
            </Button>
          }
        />
        <DataTable
          label="Endpoints"
          columns={[...endpointColumns, acts]}
          rows={endpoints}
          rowKey={({ id }) => id}
          empty={
            <EmptyState card={false} icon="link" title="No endpoints yet">
              A plan with automated steps needs one for live runs and another one for drills.
            </EmptyState>
          }
        />
      </Card>
      <EndpointDialog
        key={edited === 'NEW' ? 'new' : edited?.id}
        open={edited !== null}
        onOpenChange={(open) => {
          if (!open) setEdited(null);
        }}
        endpoint={edited === 'NEW' ? null : edited}
        services={services}
        onSaved={async (name, made) => {
          if (made?.secret) setShown({ name, secret: made.secret });
          else showToast({ title: `“${name}” is saved` });
          await again();
        }}
      />
      <AskedDialog asked={asked} onClose={() => setAsked(null)} onConfirm={confirmed} />
    </>
  );
}
