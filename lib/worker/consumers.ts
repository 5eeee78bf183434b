import type { Consumer } from '@/lib/platform/consumers';

/** Everything that reacts to events. Order does not matter: each has its own cursor. */
export const consumers: Consumer[] = [];
