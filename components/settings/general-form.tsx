'use client';

import { type FormEvent, useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import type { FieldOf } from '@/components/ui/act-state';
import { Card, CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { onSubmit } from '@/components/ui/on-submit';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { SettingsView } from '@/lib/settings/queries/views';
import type { Settings } from '@/lib/settings/schema';
import { allowedLines, OutgoingCard, refusalOfLine } from './outgoing-card';
import { SaveBar } from './save-bar';

interface GeneralFormProps {
  view: SettingsView;
  zones: string[];
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

type Described = (
  name: string,
  value: string | number | null,
) => ReturnType<FieldOf> & { defaultValue: string | number; disabled: boolean };

export function GeneralForm({ view, zones }: GeneralFormProps) {
  const canChange = useMemberActs().includes('settings.change');
  const [changed, setChanged] = useState(false);
  const [saves, setSaves] = useState(0);
  const { version, settings } = view;
  const act = useAct({
    touches: ['settings'],
    page: true,
    version,
    form: 'opened',
    call: (sections: ReturnType<typeof sectionsOf>, sent) =>
      api('PATCH /settings', { version: sent.version, ...sections }, { key: sent.key }),
    done: (saved) => `Version ${saved.version} is in force`,
    onDone: () => {
      setChanged(false);
      setSaves(saves + 1);
    },
  });
  const refusals = act.errors.map(refusalOfLine);
  const field: Described = (name, value) => ({
    ...act.field(name),
    defaultValue: value ?? '',
    disabled: !canChange,
  });
  const onChange = (event: FormEvent<HTMLFormElement>): void => {
    if ((event.target as HTMLInputElement).name !== 'reason') setChanged(true);
  };
  return (
    <Form onSubmit={onSubmit((form) => act.run(sectionsOf(form)))} onChange={onChange} errors={refusals}>
      <OrganisationCard organisation={settings.organisation} zones={zones} field={field} />
      <LinksCard links={settings.links} mail={settings.mail} field={field} />
      <OutgoingCard allow={settings.outgoing.allow} disabled={!canChange} refusals={refusals} />
      {canChange ? (
        <SaveBar
          key={saves}
          act={act}
          version={version}
          changed={changed}
          onDiscard={() => setChanged(false)}
        />
      ) : null}
    </Form>
  );
}

function OrganisationCard({
  organisation,
  zones,
  field,
}: {
  organisation: Settings['organisation'];
  zones: string[];
  field: Described;
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

function LinksCard({ links, mail, field }: Pick<Settings, 'links' | 'mail'> & { field: Described }) {
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
