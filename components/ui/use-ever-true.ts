'use client';

import { useState } from 'react';

/** True from the first time `value` is true: what was opened once stays loaded, and can close gently. */
export function useEverTrue(value: boolean): boolean {
  const [ever, setEver] = useState(value);
  if (value && !ever) setEver(true);
  return ever || value;
}
