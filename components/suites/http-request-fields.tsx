'use client';

import { useState } from 'react';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { CaseRequest } from '@/lib/suites/rules/case';
import { headersText } from './case-form-values';

interface HttpRequestFieldsProps {
  request: Extract<CaseRequest, { kind: 'HTTP' }> | null;
  errorOf: (field: string) => { error?: string };
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'].map((value) => ({ value, label: value }));

export function HttpRequestFields({ request, errorOf }: HttpRequestFieldsProps) {
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
          name="request.path"
          fieldClassName="mt-0!"
          placeholder="/items?sort=name"
          spellCheck={false}
          defaultValue={request?.path ?? ''}
          {...errorOf('request.path')}
        />
        <TextField
          label="Redirects"
          name="request.redirects"
          fieldClassName="mt-0!"
          type="number"
          min={0}
          max={5}
          defaultValue={request?.redirects ?? 0}
          {...errorOf('request.redirects')}
        />
      </div>
      <TextAreaField
        label="Headers of the request"
        name="request.headers"
        optional
        rows={2}
        hint="One a line, like Accept: text/html"
        spellCheck={false}
        defaultValue={headersText(request?.headers ?? {})}
        {...errorOf('request.headers')}
      />
      {method === 'POST' || method === 'PUT' ? (
        <TextAreaField
          label="Body of the request"
          name="request.body"
          optional
          rows={3}
          hint="Sent at every run: let it change nothing that is kept"
          spellCheck={false}
          defaultValue={request?.body ?? ''}
          {...errorOf('request.body')}
        />
      ) : null}
    </>
  );
}
