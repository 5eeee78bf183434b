import { Card, CardHeader } from '@/components/ui/card';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import { tierLabel, tiers } from '@/lib/services/schema';
import {
  empty,
  type ServiceFormApi,
  type ServiceFormValues,
  slugOf,
  wholeNumber,
} from './service-form-values';

interface FieldsProps {
  form: ServiceFormApi;
  errorOf: (name: keyof ServiceFormValues) => string | undefined;
}

interface IdentityFieldsProps extends FieldsProps {
  /** A new service gets its short name from its name until somebody writes another. */
  isNew: boolean;
  members: { id: string; name: string }[];
}

export function IdentityFields({ form, errorOf, isNew, members }: IdentityFieldsProps) {
  const { register, formState, setValue } = form;
  return (
    <Card>
      <CardHeader title="What it is" />
      <div className="pad">
        <TextField
          label="Name"
          error={errorOf('name')}
          {...register('name', {
            onChange: (event) => {
              if (isNew && !formState.dirtyFields.slug) setValue('slug', slugOf(event.target.value));
            },
          })}
        />
        <TextField
          label="Short name"
          hint="Part of its address here, like case-records"
          error={errorOf('slug')}
          {...register('slug')}
        />
        <TextAreaField
          label="What people do with it"
          optional
          error={errorOf('description')}
          {...register('description')}
        />
        <TextField
          label="Who uses it"
          optional
          hint="In words: 6 offices, about 240 people a day"
          error={errorOf('usedBy')}
          {...register('usedBy', { setValueAs: empty })}
        />
        <TextField
          label="Address users have"
          optional
          error={errorOf('publicAddress')}
          {...register('publicAddress', { setValueAs: empty })}
        />
        <TextField
          label="Hours"
          optional
          hint="Every day, 06:00 to 23:00"
          error={errorOf('hours')}
          {...register('hours', { setValueAs: empty })}
        />
        <TextField
          label="Group"
          optional
          hint="Services of one group stand together on the status page"
          error={errorOf('group')}
          {...register('group', { setValueAs: empty })}
        />
        <SelectField
          label="Tier"
          error={errorOf('tier')}
          options={tiers.map((tier) => ({ value: String(tier), label: tierLabel[tier] }))}
          {...register('tier', { setValueAs: Number })}
        />
        <SelectField
          label="Shown"
          error={errorOf('visibility')}
          options={[
            { value: 'PUBLIC', label: 'Public: on the status page, anyone may report' },
            { value: 'INTERNAL', label: 'Internal: only the provider sees it' },
          ]}
          {...register('visibility')}
        />
        <SelectField
          label="Owner"
          optional
          error={errorOf('ownerId')}
          options={[
            { value: '', label: 'Nobody yet' },
            ...members.map((member) => ({ value: member.id, label: member.name })),
          ]}
          {...register('ownerId', { setValueAs: empty })}
        />
      </div>
    </Card>
  );
}

export function AgreementFields({ form: { register }, errorOf }: FieldsProps) {
  return (
    <Card>
      <CardHeader title="What was agreed" meta="with the people who use it" />
      <div className="pad">
        <TextField
          label="RTO, minutes"
          type="number"
          min={1}
          optional
          hint="How soon it must be back"
          error={errorOf('rtoMinutes')}
          {...register('rtoMinutes', { setValueAs: wholeNumber })}
        />
        <TextField
          label="RPO, minutes"
          type="number"
          min={1}
          optional
          hint="How much work may be lost at most"
          error={errorOf('rpoMinutes')}
          {...register('rpoMinutes', { setValueAs: wholeNumber })}
        />
        <TextField
          label="Agreed by"
          optional
          error={errorOf('agreedBy')}
          {...register('agreedBy', { setValueAs: empty })}
        />
        <TextField
          label="Agreed on"
          type="date"
          optional
          error={errorOf('agreedOn')}
          {...register('agreedOn', { setValueAs: empty })}
        />
      </div>
    </Card>
  );
}
