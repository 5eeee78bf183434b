'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { OwnAccountView } from '@/lib/members/schema';
import { editSelf } from './api';
import { useFormSave } from './use-form-save';

const listOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

export function AccountForm({ account, zones }: { account: OwnAccountView; zones: string[] }) {
  const router = useRouter();
  const { onSubmit, pending, summary, errorOf } = useFormSave(async (form) => {
    await editSelf(account, {
      name: form.get('name'),
      knows: listOf(String(form.get('knows') ?? '')),
      timeZone: form.get('timeZone') || null,
    });
    showToast({ title: 'Your account is saved' });
    router.refresh();
  });
  return (
    <Card>
      <CardHeader title="About you" />
      <form onSubmit={onSubmit} className="pad" noValidate>
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          defaultValue={account.name}
          {...errorOf('name')}
        />
        <TextField
          label="What you can be asked for"
          name="knows"
          optional
          hint="Separated by commas: databases, firewalls, decisions"
          defaultValue={account.knows.join(', ')}
          {...errorOf('knows')}
        />
        <SelectField
          label="Time zone"
          name="timeZone"
          optional
          hint="For mails to you. Pages show the zone of your device."
          defaultValue={account.timeZone ?? ''}
          options={[
            { value: '', label: 'That of the organisation' },
            ...zones.map((zone) => ({ value: zone, label: zone })),
          ]}
          {...errorOf('timeZone')}
        />
        <Button type="submit" variant="primary" pending={pending} className="mt-5">
          Save
        </Button>
      </form>
    </Card>
  );
}
