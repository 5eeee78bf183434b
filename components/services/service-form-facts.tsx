'use client';

import { useState } from 'react';
import { Card, CardHeader } from '@/components/ui/card';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { ServiceView } from '@/lib/services/queries/views';
import { serviceFieldLabel, tierLabel, tiers } from '@/lib/services/schema';
import { type FilledField, slugOf } from './service-form-values';

interface FieldsProps {
  /** None for a new one. */
  service: ServiceView | undefined;
  field: FilledField;
}

/** A new service gets its short name from its name until somebody writes another. */
function NameFields({ service, field }: FieldsProps) {
  const [slug, setSlug] = useState(service?.slug ?? '');
  const [follows, setFollows] = useState(!service);
  const { defaultValue: _, ...short } = field('slug', slug);
  return (
    <>
      <TextField
        label={serviceFieldLabel.name}
        {...field('name', service?.name)}
        onChange={(event) => (follows ? setSlug(slugOf(event.target.value)) : undefined)}
      />
      <TextField
        label={serviceFieldLabel.slug}
        hint="Part of its address here, like case-records"
        {...short}
        value={slug}
        onChange={(event) => {
          setFollows(false);
          setSlug(event.target.value);
        }}
      />
    </>
  );
}

export function IdentityFields(props: FieldsProps & { members: { id: string; name: string }[] }) {
  const { service, field, members } = props;
  return (
    <Card>
      <CardHeader title="What it is" />
      <div className="pad">
        <NameFields service={service} field={field} />
        <TextAreaField
          label={serviceFieldLabel.description}
          optional
          {...field('description', service?.description)}
        />
        <TextField
          label={serviceFieldLabel.usedBy}
          optional
          hint="In words: 6 offices, about 240 people a day"
          {...field('usedBy', service?.usedBy)}
        />
        <TextField
          label={serviceFieldLabel.publicAddress}
          optional
          {...field('publicAddress', service?.publicAddress)}
        />
        <TextField
          label={serviceFieldLabel.hours}
          optional
          hint="Every day, 06:00 to 23:00"
          {...field('hours', service?.hours)}
        />
        <TextField
          label={serviceFieldLabel.group}
          optional
          hint="Services of one group stand together on the status page"
          {...field('group', service?.group)}
        />
        <SelectField
          label={serviceFieldLabel.tier}
          options={tiers.map((tier) => ({ value: String(tier), label: tierLabel[tier] }))}
          {...field('tier', service?.tier ?? 3)}
        />
        <SelectField
          label={serviceFieldLabel.visibility}
          options={[
            { value: 'PUBLIC', label: 'Public: on the status page, anyone may report' },
            { value: 'INTERNAL', label: 'Internal: only the provider sees it' },
          ]}
          {...field('visibility', service?.visibility ?? 'PUBLIC')}
        />
        <SelectField
          label={serviceFieldLabel.ownerId}
          optional
          options={[
            { value: '', label: 'Nobody yet' },
            ...members.map((member) => ({ value: member.id, label: member.name })),
          ]}
          {...field('ownerId', service?.owner?.id)}
        />
      </div>
    </Card>
  );
}

export function AgreementFields({ service, field }: FieldsProps) {
  return (
    <Card>
      <CardHeader title="What was agreed" meta="with the people who use it" />
      <div className="pad">
        <TextField
          label={`${serviceFieldLabel.rtoMinutes}, minutes`}
          type="number"
          min={1}
          optional
          hint="How soon it must be back"
          {...field('rtoMinutes', service?.rtoMinutes)}
        />
        <TextField
          label={`${serviceFieldLabel.rpoMinutes}, minutes`}
          type="number"
          min={1}
          optional
          hint="How much work may be lost at most"
          {...field('rpoMinutes', service?.rpoMinutes)}
        />
        <TextField label={serviceFieldLabel.agreedBy} optional {...field('agreedBy', service?.agreedBy)} />
        <TextField
          label={serviceFieldLabel.agreedOn}
          type="date"
          optional
          {...field('agreedOn', service?.agreedOn)}
        />
      </div>
    </Card>
  );
}
