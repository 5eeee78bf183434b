import { z } from 'zod';
import { counted } from '@/lib/language/words';
import { eventType, ref } from '@/lib/platform/events/event-type';

const data = {
  deliveryId: ref('delivery'),
  incidentId: ref('incident').nullable(),
  reportId: ref('report').nullable(),
};

/* The other states are written without an event: an update for 10,000 people is one fact, not 10,000. */
const subjects = ['deliveryId', 'incidentId', 'reportId'] as const;

/** Refused for good, or tried often enough. */
export const deliveryDied = eventType('delivery.died', {
  data,
  subjects,
  says: () => 'A message was not delivered',
});

/** A person wants another try now. */
export const deliveryRetried = eventType('delivery.retried', {
  data,
  subjects,
  says: () => 'A message is tried again',
});

/** A person stopped it. */
export const deliveryGivenUp = eventType('delivery.givenUp', {
  data,
  subjects,
  says: () => 'A message was given up',
});

/** The owner of an address wants no more mails: somebody else gave it. */
export const deliveryRefused = eventType('delivery.refused', {
  data,
  subjects,
  says: () => 'Whoever got a message said that they did not ask for it: nothing more is sent to the address',
});

/** The owner of an address takes that back. */
export const deliveryRefusalWithdrawn = eventType('delivery.refusalWithdrawn', {
  data,
  subjects,
  says: () => 'Whoever got a message takes back that they did not ask for it: mails go to the address again',
});

/** An admin was told by its owner that an address takes our mails after all. */
export const deliveryAddressAllowed = eventType('delivery.addressAllowed', {
  data,
  subjects,
  says: () => 'Mails go to the address of a message again',
});

/** A person wants another try now of everything that was not delivered. */
export const deliveriesRetried = eventType('delivery.retriedAll', {
  data: { count: z.int() },
  subjects: [],
  says: ({ count }) => `${counted(count, 'message is', 'messages are')} tried again`,
});
