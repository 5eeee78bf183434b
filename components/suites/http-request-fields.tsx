'use client';

import { useState } from 'react';
import type { FieldOf } from '@/components/ui/act-state';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { CaseRequest } from '@/lib/suites/rules/case';
import { headersText } from './case-form-values';

interface HttpRequestFieldsProps {
  request: Extract<CaseRequest, { kind: 'HTTP' }> | null;
  field: FieldOf;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'].map((value) => ({ value, label: value }));

export function HttpRequestFields({ request, field }: HttpRequestFieldsProps) {
  const [method, setMethod] = useState<string>(request?.method ?? 'GET');
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-[9rem_minmax(0,1fr)_8rem]">
        <SelectField
          label="Method"
          name="request.method"
          value={method}
          onChange={(event) => setMethod(event.target.value)}
          options={methods}
        />
        <TextField
          label="Path"
          {...field('request.path')}
          fieldClassName="mt-0!"
          placeholder="/items?sort=name"
          spellCheck={false}
          defaultValue={request?.path ?? ''}
        />
        <TextField
          label="Redirects"
          {...field('request.redirects')}
          fieldClassName="mt-0!"
          type="number"
          min={0}
          max={5}
          defaultValue={request?.redirects ?? 0}
        />
      </div>
      <TextAreaField
        label="Headers of the request"
        {...field('request.headers')}
        optional
        rows={2}
        hint="One a line, like Accept: text/html"
        spellCheck={false}
        defaultValue={headersText(request?.headers ?? {})}
      />
      {method === 'POST' || method === 'PUT' ? (
        <TextAreaField
          label="Body of the request"
          {...field('request.body')}
          optional
          rows={3}
          hint="Sent at every run: let it change nothing that is kept"
          spellCheck={false}
          defaultValue={request?.body ?? ''}
        />
      ) : null}
    </>
  );
}
