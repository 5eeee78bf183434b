import type { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import type { Around, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import type { EventConstructor, StoredEvent } from '@/lib/platform/events';

export interface Reaction {
  type: string;
  /** Loads what the rule asks for and answers the mails to write; more than one when several groups are told. */
  plan: (tx: Tx, event: StoredEvent, around: Around) => Promise<(PlannedMail | null)[]>;
}

interface Happened<D> {
  data: D;
  event: StoredEvent;
  around: Around;
}

/** Who is told what when this happens. */
export function when<S extends z.ZodType>(
  type: EventConstructor<S>,
  plan: (tx: Tx, happened: Happened<z.output<S>>) => Promise<(PlannedMail | null)[]>,
): Reaction {
  return {
    type: type.type,
    plan: async (tx, event, around) => {
      const data = type.read(event);
      return data ? await plan(tx, { data, event, around }) : [];
    },
  };
}
