'use client';

import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { describedBy, FieldError } from '@/components/ui/field';
import { useFieldId } from '@/components/ui/field-scope';
import { TextInput } from '@/components/ui/text-input';

interface SaveBarProps {
  /** The version that saving makes. */
  version: number;
  pending: boolean;
  changed: boolean;
  error?: string | undefined;
  onDiscard: () => void;
}

/** Why, and save: settings change as versions with a reason, so each save begins with an empty one: it has a `key`. */
export function SaveBar({ version, pending, changed, error, onDiscard }: SaveBarProps) {
  const id = useFieldId('reason');
  return (
    <Card className="sv">
      <div className="row flex-[1_1_260px]">
        <label className="label whitespace-nowrap" htmlFor={id}>
          Why
        </label>
        <TextInput
          id={id}
          name="reason"
          className="mt-0!"
          placeholder="In a few words, for who reads the versions later"
          autoComplete="off"
          {...describedBy(id, undefined, error)}
        />
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      <Button type="reset" onClick={onDiscard} disabled={!changed}>
        Discard
      </Button>
      <Button type="submit" variant="primary" pending={pending}>
        Save as version {version}
      </Button>
    </Card>
  );
}
