'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createKey, keysQuery, revokeKey } from '@/components/members/api';
import { useFormSave } from '@/components/members/use-form-save';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { KeyView, NewKeyView } from '@/lib/members/key-schema';
import { type Role, roleLabel, roleSchema } from '@/lib/members/schema';
import { NewKeyNote } from './new-key-note';

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
];

export function KeysPage({ initial }: { initial: KeyView[] }) {
  const client = useQueryClient();
  const { data: keys } = useQuery({ ...keysQuery(), initialData: initial });
  const [made, setMade] = useState<NewKeyView | null>(null);
  const [asked, setAsked] = useState<KeyView | null>(null);
  const again = () => client.invalidateQueries({ queryKey: keysQuery().queryKey });
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
      {made?.secret ? (
        <NewKeyNote name={made.name} secret={made.secret} onDone={() => setMade(null)} />
      ) : null}
      <NewKeyForm
        onMade={async (key) => {
          setMade(key);
          await again();
        }}
      />
      <Card>
        <CardHeader title="Keys" meta={`${keys.filter((key) => !key.revokedAt).length} in use`} />
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
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        title={`Revoke “${asked?.name}”?`}
        confirmLabel="Revoke the key"
        cancelLabel="Keep it"
        onConfirm={async () => {
          if (!asked) return;
          await revokeKey(asked.id);
          showToast({ title: `“${asked.name}” is revoked` });
          await again();
        }}
      >
        Programs that use it are refused from the next request on. A revoked key cannot be brought back.
      </ConfirmDialog>
    </>
  );
}

function NewKeyForm({ onMade }: { onMade: (key: NewKeyView) => Promise<void> }) {
  const key = useRef(crypto.randomUUID());
  const { onSubmit, pending, summary, errorOf } = useFormSave(async (form, element) => {
    const role = String(form.get('role') ?? 'USER') as Role;
    const made = await createKey({ name: String(form.get('name') ?? ''), role }, key.current);
    key.current = crypto.randomUUID();
    element.reset();
    await onMade(made);
  });
  return (
    <Card>
      <CardHeader title="New key" />
      <form onSubmit={onSubmit} className="pad" noValidate>
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_200px]">
          <TextField label="What it is for" name="name" hint="Alerts from Prometheus" {...errorOf('name')} />
          <SelectField
            label="Acts as"
            name="role"
            fieldClassName="mt-0!"
            hint="People stay closed to it"
            defaultValue="RESPONDER"
            options={roleSchema.options.map((role) => ({ value: role, label: roleLabel[role] }))}
            {...errorOf('role')}
          />
        </div>
        <Button type="submit" variant="primary" pending={pending} icon="key">
          Make the key
        </Button>
      </form>
    </Card>
  );
}
