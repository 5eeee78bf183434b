'use client';

import { useState } from 'react';
import type { FieldOf } from '@/components/ui/act-state';
import { Choice } from '@/components/ui/choice';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { HttpComparison } from '@/lib/suites/rules/case';
import { type BodyAs, tolerancesText, unorderedText } from './case-form-values';

interface HttpCompareFieldsProps {
  comparison: HttpComparison | null;
  field: FieldOf;
}

const bodies: { value: BodyAs; label: string }[] = [
  { value: 'JSON', label: 'As JSON: its fields, whatever their order' },
  { value: 'TEXT', label: 'As text: the whole of it' },
  { value: 'CONTAINS', label: 'As text: some words of it' },
  { value: 'BYTES', label: 'Byte by byte' },
  { value: 'NOTHING', label: 'Not at all' },
];

export function HttpCompareFields({ comparison, field }: HttpCompareFieldsProps) {
  const [as, setAs] = useState<BodyAs>(comparison?.body.as ?? 'JSON');
  const body = comparison?.body;
  return (
    <>
      <Choice
        type="checkbox"
        name="comparison.status"
        label="The status has to be the same"
        defaultChecked={comparison?.status ?? true}
      />
      <TextField
        label="Headers that have to be the same"
        {...field('comparison.headers')}
        optional
        hint="Names, with commas between them"
        spellCheck={false}
        defaultValue={(comparison?.headers ?? ['content-type']).join(', ')}
      />
      <SelectField
        label="The body is compared"
        name="comparison.body"
        value={as}
        onChange={(event) => setAs(event.target.value as BodyAs)}
        options={bodies}
      />
      {as === 'JSON' ? <JsonFields body={body?.as === 'JSON' ? body : null} field={field} /> : null}
      {as === 'CONTAINS' ? (
        <TextAreaField
          label="Words that have to be there"
          {...field('comparison.body.texts')}
          rows={2}
          hint="One text a line, taken letter by letter"
          defaultValue={body?.as === 'CONTAINS' ? body.texts.join('\n') : ''}
        />
      ) : null}
    </>
  );
}

interface JsonFieldsProps {
  body: Extract<HttpComparison['body'], { as: 'JSON' }> | null;
  field: FieldOf;
}

function JsonFields({ body, field }: JsonFieldsProps) {
  return (
    <>
      <TextAreaField
        label="Places not compared"
        {...field('comparison.body.ignore')}
        optional
        rows={2}
        hint="One a line, like asOf or items[*].seen"
        spellCheck={false}
        defaultValue={body?.ignore.join('\n') ?? ''}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextAreaField
          label="Numbers that may be off"
          {...field('comparison.body.tolerances')}
          optional
          rows={2}
          hint="total 5, or total 2 %"
          spellCheck={false}
          defaultValue={tolerancesText(body?.tolerances ?? [])}
        />
        <TextAreaField
          label="Lists in any order"
          {...field('comparison.body.unordered')}
          fieldClassName="mt-0!"
          optional
          rows={2}
          hint="items by id"
          spellCheck={false}
          defaultValue={unorderedText(body?.unordered ?? [])}
        />
      </div>
      <Choice
        type="checkbox"
        name="comparison.body.extra"
        label="Fields that are new are a difference"
        defaultChecked={body?.extra === 'REFUSED'}
      />
    </>
  );
}
