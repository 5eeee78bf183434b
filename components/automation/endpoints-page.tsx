'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { SecretNote } from '@/components/ui/secret-note';
import type { EndpointView } from '@/lib/automation/queries/views';
import { AskedDialog, type EndpointRequest } from './asked-dialog';
import { EndpointActs } from './endpoint-acts';
import { endpointColumns } from './endpoint-columns';
import { EndpointDialog, type ServiceOption } from './endpoint-dialog';
import { endpointListQuery } from './queries';

function NewSecret({ name, ...shown }: { name: string; secret: string | null; onDone: () => void }) {
  return (
    <SecretNote title={`The secret of “${name}”.`} lost="Make a new one for the endpoint." {...shown}>
      Give it to the automation now: it is shown only this once. Calls are signed with it, and so are
      call-backs.
    </SecretNote>
  );
}

/** Where automated steps call, for those who administer it. */
export function EndpointsPage({ initial, services }: { initial: EndpointView[]; services: ServiceOption[] }) {
  const { data: endpoints } = useQuery({ ...endpointListQuery, initialData: initial });
  const [edited, setEdited] = useState<EndpointView | 'NEW' | null>(null);
  const [asked, setAsked] = useState<EndpointRequest | null>(null);
  const [shown, setShown] = useState<{ name: string; secret: string | null } | null>(null);
  const archive = useAct({
    touches: ['automation'],
    call: ({ id, version }: EndpointView, { key }) =>
      api('POST /automation/endpoints/:id/archive', { id, version, archived: true }, { key }),
    done: (_, { name }) => `“${name}” is archived`,
    onDone: () => setAsked(null),
  });
  const rotate = useAct({
    touches: ['automation'],
    call: ({ id, version }: EndpointView, { key }) =>
      api('POST /automation/endpoints/:id/secret', { id, version }, { key }),
    onDone: ({ secret }, { name }) => {
      setAsked(null);
      setShown({ name, secret });
    },
  });
  const doing = asked?.act === 'archive' ? archive : rotate;
  const acts: Column<EndpointView> = {
    key: 'acts',
    header: <span className="sr">Acts</span>,
    align: 'num',
    cell: (endpoint) => (
      <EndpointActs
        endpoint={endpoint}
        onEdit={() => setEdited(endpoint)}
        onAsk={(act) => setAsked({ act, endpoint })}
      />
    ),
  };
  return (
    <>
      {shown ? <NewSecret {...shown} onDone={() => setShown(null)} /> : null}
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
      {edited ? (
        <EndpointDialog
          endpoint={edited === 'NEW' ? null : (endpoints.find(({ id }) => id === edited.id) ?? edited)}
          services={services}
          onMade={setShown}
          onClose={() => setEdited(null)}
        />
      ) : null}
      {asked ? (
        <AskedDialog
          asked={asked}
          act={doing}
          onConfirm={() => void doing.run(asked.endpoint)}
          onClose={() => {
            doing.clear();
            setAsked(null);
          }}
        />
      ) : null}
    </>
  );
}
