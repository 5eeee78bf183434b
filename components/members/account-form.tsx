'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { onSubmit } from '@/components/ui/on-submit';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { OwnAccountView } from '@/lib/members/queries/views';

const listOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

export function AccountForm({ account, zones }: { account: OwnAccountView; zones: string[] }) {
  const act = useAct({
    page: true,
    version: account.version,
    form: 'opened',
    call: (entered: object, { version, key }) =>
      api('PATCH /members/:memberId', { memberId: account.id, version, ...entered }, { key }),
    done: 'Your account is saved',
  });
  const save = (form: FormData) =>
    act.run({
      name: form.get('name'),
      knows: listOf(String(form.get('knows') ?? '')),
      timeZone: form.get('timeZone') || null,
    });
  return (
    <Card>
      <CardHeader title="About you" />
      <Form onSubmit={onSubmit(save)} className="pad" errors={act.errors}>
        <TextField {...act.field('name')} label="Name" autoComplete="name" defaultValue={account.name} />
        <TextField
          {...act.field('knows')}
          label="What you can be asked for"
          optional
          hint="Separated by commas: databases, firewalls, decisions"
          defaultValue={account.knows.join(', ')}
        />
        <SelectField
          {...act.field('timeZone')}
          label="Time zone"
          optional
          hint="For mails to you. Pages show the zone of your device."
          defaultValue={account.timeZone ?? ''}
          options={[
            { value: '', label: 'That of the organisation' },
            ...zones.map((zone) => ({ value: zone, label: zone })),
          ]}
        />
        <Button type="submit" variant="primary" pending={act.pending} className="mt-5">
          Save
        </Button>
      </Form>
    </Card>
  );
}
