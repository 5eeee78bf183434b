'use client';

import { useState } from 'react';
import { describedBy, FieldError, hintId } from '@/components/ui/field';
import { useFieldId } from '@/components/ui/field-scope';
import { Icon } from '@/components/ui/icon';
import { t } from '@/lib/language/catalogue';

interface PictureFieldProps {
  error?: string | undefined;
  label?: string;
  size?: 'md' | 'sm';
}

/** Chooses pictures. Without JavaScript it is the browser's own field; with it, a button and the chosen names. */
export function PictureField({ error, label = t('report.files'), size = 'md' }: PictureFieldProps) {
  const id = useFieldId('files');
  const [names, setNames] = useState<string[]>([]);
  return (
    <div className={error ? 'attach field error' : 'attach'}>
      <label className={size === 'sm' ? 'btn sm' : 'btn'}>
        <Icon name="clip" />
        {label}
        <input
          id={id}
          type="file"
          name="files"
          multiple
          accept="image/png,image/jpeg"
          {...describedBy(id, true, error)}
          onChange={(event) => setNames([...(event.currentTarget.files ?? [])].map((file) => file.name))}
        />
      </label>
      <span className={size === 'sm' && names.length === 0 ? 'sr' : 'hint'} id={hintId(id)}>
        {names.length > 0 ? names.join(', ') : t('report.files.hint')}
      </span>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}
