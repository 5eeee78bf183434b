'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useFormSave } from '@/components/members/use-form-save';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { Settings, SettingsView } from '@/lib/settings/schema';
import { saveSettings } from './api';
import { allowedLines, OutgoingCard, refusalOfLine } from './outgoing-card';
import { SaveBar } from './save-bar';

interface GeneralFormProps {
  view: SettingsView;
  zones: string[];
  canChange: boolean;
}

function sectionsOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const optional = (name: string) => text(name) || null;
  const number = (name: string) => Number(text(name));
  return {
    reason: text('reason'),
    organisation: {
      name: text('organisation.name'),
      zone: text('organisation.zone'),
      deskPhone: optional('organisation.deskPhone'),
      deskHours: optional('organisation.deskHours'),
      deskEmail: optional('organisation.deskEmail'),
    },
    links: {
      trackingDays: number('links.trackingDays'),
      confirmHours: number('links.confirmHours'),
      invitationDays: number('links.invitationDays'),
      resetMinutes: number('links.resetMinutes'),
    },
    mail: { fromName: optional('mail.fromName') },
    outgoing: { allow: allowedLines(form) },
  };
}

type FieldOf = (
  name: string,
  value: string | number | null,
) => { name: string; defaultValue: string | number; disabled: boolean; error?: string };

export function GeneralForm({ view, zones, canChange }: GeneralFormProps) {
  const router = useRouter();
  const [changed, setChanged] = useState(false);
  const { version, settings } = view;
  const { onSubmit, pending, summary, errorOf, clear } = useFormSave(async (form) => {
    const saved = await saveSettings({ version, ...sectionsOf(form) });
    showToast({ title: `Version ${saved.version} is in force` });
    router.refresh();
  });
  const refusals = summary.map(refusalOfLine);
  const field: FieldOf = (name, value) => ({
    name,
    defaultValue: value ?? '',
    disabled: !canChange,
    ...errorOf(name),
  });
  const onChange = (event: FormEvent<HTMLFormElement>): void => {
    if ((event.target as HTMLElement).id !== 'reason') setChanged(true);
  };
  return (
    <form onSubmit={onSubmit} onChange={onChange} noValidate>
      {refusals.length > 0 ? <ErrorSummary errors={refusals} /> : null}
      <OrganisationCard organisation={settings.organisation} zones={zones} field={field} />
      <LinksCard links={settings.links} mail={settings.mail} field={field} />
      <OutgoingCard allow={settings.outgoing.allow} disabled={!canChange} refusals={refusals} />
      {canChange ? (
        <SaveBar
          version={version + 1}
          pending={pending}
          changed={changed}
          error={errorOf('reason').error}
          onDiscard={() => {
            setChanged(false);
            clear();
          }}
        />
      ) : null}
    </form>
  );
}

function OrganisationCard({
  organisation,
  zones,
  field,
}: {
  organisation: Settings['organisation'];
  zones: string[];
  field: FieldOf;
}) {
  return (
    <Card>
      <CardHeader title="Organisation" meta="as users see it" />
      <div className="pad two">
        <TextField label="Name" {...field('organisation.name', organisation.name)} />
        <SelectField
          label="Time zone"
          hint="Of office hours, and of the status page until a reader chooses another"
          options={zones.map((zone) => ({ value: zone, label: zone }))}
          {...field('organisation.zone', organisation.zone)}
        />
        <TextField
          label="Service desk, phone"
          optional
          {...field('organisation.deskPhone', organisation.deskPhone)}
        />
        <TextField
          label="Service desk, email"
          type="email"
          optional
          {...field('organisation.deskEmail', organisation.deskEmail)}
        />
        <TextField
          label="Service desk, hours"
          optional
          hint="In words: every day 07:00 to 22:00"
          {...field('organisation.deskHours', organisation.deskHours)}
        />
      </div>
    </Card>
  );
}

function LinksCard({ links, mail, field }: Pick<Settings, 'links' | 'mail'> & { field: FieldOf }) {
  return (
    <Card>
      <CardHeader title="Mail and private links" />
      <div className="pad two">
        <TextField
          label="Name of the sender"
          optional
          hint="The organisation’s name when empty"
          {...field('mail.fromName', mail.fromName)}
        />
        <TextField
          label="Tracking links work for, days"
          type="number"
          min={1}
          hint="After the last change of the report"
          {...field('links.trackingDays', links.trackingDays)}
        />
        <TextField
          label="Subscriptions are confirmed within, hours"
          type="number"
          min={1}
          {...field('links.confirmHours', links.confirmHours)}
        />
        <TextField
          label="Invitations are accepted within, days"
          type="number"
          min={1}
          {...field('links.invitationDays', links.invitationDays)}
        />
        <TextField
          label="Links to a new password work for, minutes"
          type="number"
          min={5}
          {...field('links.resetMinutes', links.resetMinutes)}
        />
      </div>
    </Card>
  );
}
