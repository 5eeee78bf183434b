import type { IncidentRole } from '@/lib/incidents/schema';

/** An act on the incident that asks for more than a click. */
export type DialogRequest =
  | {
      kind:
        | 'advance'
        | 'regrade'
        | 'promise'
        | 'note'
        | 'resolve'
        | 'close'
        | 'reopen'
        | 'visibility'
        | 'addService'
        | 'allocate';
    }
  | { kind: 'role'; role: IncidentRole }
  | { kind: 'service'; serviceId: string }
  | { kind: 'update'; updateId: string };
