'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { keyListQuery } from '@/components/members/queries';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Form } from '@/components/ui/form';
import { onSubmit } from '@/components/ui/on-submit';
import { SecretNote } from '@/components/ui/secret-note';
import { serverNow } from '@/components/ui/server-time';
import { SelectField, TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { KeyView, NewKeyView } from '@/lib/members/queries/views';
import { keyStand } from '@/lib/members/rules/key-end';
import { type Role, roleLabel, roleSchema } from '@/lib/members/schema';

const columns: Column<KeyView>[] = [
  {
    key: 'name',
    header: 'Key',
    cell: (key) => (
      <>
        <span className={key.revokedAt ? 'muted' : undefined}>{key.name}</span>
        <small className="mono">{key.prefix}…</small>
      </>
    ),
  },
  { key: 'role', header: 'Acts as', cell: (key) => roleLabel[key.role] },
  {
    key: 'made',
    header: 'Made',
    hideBelow: 'md',
    cell: (key) => (
      <>
        <Time at={key.createdAt} show="date" />
        <small>by {key.createdBy ?? 'the command line'}</small>
      </>
    ),
  },
  {
    key: 'used',
    header: 'Last used',
    hideBelow: 'sm',
    cell: (key) => (key.lastUsedAt ? <Time at={key.lastUsedAt} show="relative" /> : 'never'),
  },
  { key: 'end', header: 'Ends', cell: (key) => <KeyEnd of={key} /> },
];

const standOf = (key: KeyView) => keyStand(key, new Date(serverNow()));
const isGood = (key: KeyView) => ['good', 'ending'].includes(standOf(key));

function KeyEnd({ of }: { of: KeyView }) {
  const stand = standOf(of);
  return (
    <>
      <Time at={of.expiresAt} show="date" />
      {stand === 'ended' ? <Badge tone="bad">Ended</Badge> : null}
      {stand === 'ending' ? <Badge tone="caution">Ends soon</Badge> : null}
    </>
  );
}

export function KeysPage({ initial }: { initial: KeyView[] }) {
  const { data: keys } = useQuery({ ...keyListQuery, initialData: initial });
  const [made, setMade] = useState<NewKeyView | null>(null);
  const [asked, setAsked] = useState<KeyView | null>(null);
  const revoke = useAct({
    touches: ['key'],
    call: ({ id }: KeyView, { key }) => api('DELETE /keys/:keyId', { keyId: id }, { key }),
    done: (_, { name }) => `“${name}” is revoked`,
    onDone: () => setAsked(null),
  });
  const act: Column<KeyView> = {
    key: 'act',
    header: <span className="sr">Acts</span>,
    align: 'num',
    cell: (key) =>
      key.revokedAt ? (
        <Badge>Revoked</Badge>
      ) : (
        <Button size="sm" variant="danger" aria-label={`Revoke ${key.name}`} onClick={() => setAsked(key)}>
          Revoke
        </Button>
      ),
  };
  return (
    <>
      {made ? (
        <SecretNote
          title={`The key “${made.name}” is made.`}
          secret={made.secret}
          lost="Revoke the key, and make another."
          onDone={() => setMade(null)}
        >
          Keep it now: it is shown only this once. It is good until <Time at={made.expiresAt} show="date" />.
        </SecretNote>
      ) : null}
      <NewKeyForm onMade={setMade} />
      <Card>
        <CardHeader title="Keys" meta={`${keys.filter(isGood).length} in use`} />
        <DataTable
          label="Keys"
          columns={[...columns, act]}
          rows={keys}
          rowKey={(key) => key.id}
          empty={
            <EmptyState card={false} icon="key" title="No keys yet">
              A program that files reports or reads the API needs one.
            </EmptyState>
          }
        />
      </Card>
      {asked ? (
        <ConfirmDialog
          title={`Revoke “${asked.name}”?`}
          confirmLabel="Revoke the key"
          cancelLabel="Keep it"
          act={revoke}
          onConfirm={() => void revoke.run(asked)}
          onClose={() => setAsked(null)}
        >
          Programs that use it are refused from the next request on. A revoked key cannot be brought back.
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function NewKeyForm({ onMade }: { onMade: (key: NewKeyView) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const act = useAct({
    touches: ['key'],
    form: 'shown',
    call: (input: { name: string; role: Role; lastDay: string | undefined }, { key }) =>
      api('POST /keys', input, { key }),
    onDone: (made) => {
      form.current?.reset();
      onMade(made);
    },
  });
  const make = (data: FormData) =>
    act.run({
      name: String(data.get('name') ?? ''),
      role: String(data.get('role') ?? 'USER') as Role,
      lastDay: String(data.get('lastDay') ?? '') || undefined,
    });
  return (
    <Card>
      <CardHeader title="New key" />
      <Form ref={form} onSubmit={onSubmit(make)} className="pad" errors={act.errors}>
        <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_200px_200px]">
          <TextField {...act.field('name')} label="What it is for" hint="Alerts from Prometheus" />
          <SelectField
            {...act.field('role')}
            label="Acts as"
            fieldClassName="mt-0!"
            hint="People stay closed to it"
            defaultValue="RESPONDER"
            options={roleSchema.options.map((role) => ({ value: role, label: roleLabel[role] }))}
          />
          <TextField
            {...act.field('lastDay')}
            label="Last day"
            type="date"
            optional
            fieldClassName="mt-0!"
            hint="A year from now, unless chosen"
          />
        </div>
        <Button type="submit" variant="primary" pending={act.pending} icon="key">
          Make the key
        </Button>
      </Form>
    </Card>
  );
}
