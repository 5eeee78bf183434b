'use client';

import type { ActState } from '@/components/ui/act-state';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { describedBy, FieldError } from '@/components/ui/field';
import { useFieldId } from '@/components/ui/field-scope';
import { TextInput } from '@/components/ui/text-input';

interface SaveBarProps {
  act: ActState & { errorOf(field: string): string | undefined; clear(): void };
  /** The version in force. */
  version: number;
  changed: boolean;
  onDiscard: () => void;
}

/** Why, and save: settings change as versions with a reason, so each save begins with an empty one: it has a `key`. */
export function SaveBar({ act, version, changed, onDiscard }: SaveBarProps) {
  const id = useFieldId('reason');
  const error = act.errorOf('reason');
  const discard = (): void => {
    onDiscard();
    act.clear();
  };
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
      <Button type="reset" onClick={discard} disabled={!changed}>
        Discard
      </Button>
      <Button type="submit" variant="primary" pending={act.pending}>
        Save as version {version + 1}
      </Button>
    </Card>
  );
}
