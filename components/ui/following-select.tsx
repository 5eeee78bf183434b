'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import { followChoice } from './follow-choice';
import { Select } from './text-input';

/** A list whose own choice follows what is in force by now until a person chooses; React begins it only once. */
export function FollowingSelect({ defaultValue, ...rest }: Omit<ComponentProps<'select'>, 'ref'>) {
  const box = useRef<HTMLSelectElement>(null);
  const before = useRef(defaultValue);
  useEffect(() => {
    if (box.current && before.current !== defaultValue) {
      followChoice(box.current, String(before.current ?? ''), String(defaultValue ?? ''));
    }
    before.current = defaultValue;
  }, [defaultValue]);
  return <Select {...rest} ref={box} defaultValue={defaultValue} />;
}
