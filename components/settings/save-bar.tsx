'use client';

import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FieldError } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

interface SaveBarProps {
  /** The version that saving makes. */
  version: number;
  pending: boolean;
  changed: boolean;
  error?: string | undefined;
  onDiscard: () => void;
}

/** Why, and save: settings change as versions with a reason. */
export function SaveBar({ version, pending, changed, error, onDiscard }: SaveBarProps) {
  return (
    <Card className="sv">
      <div className="row flex-[1_1_260px]">
        <label className="label whitespace-nowrap" htmlFor="reason">
          Why
        </label>
        <TextInput
          id="reason"
          name="reason"
          className="mt-0!"
          placeholder="In a few words, for who reads the versions later"
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'reason-error' : undefined}
        />
      </div>
      {error ? <FieldError id="reason">{error}</FieldError> : null}
      <Button type="reset" onClick={onDiscard} disabled={!changed}>
        Discard
      </Button>
      <Button type="submit" variant="primary" pending={pending}>
        Save as version {version}
      </Button>
    </Card>
  );
}
