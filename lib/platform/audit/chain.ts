import type { StoredEvent } from '@/lib/platform/events/event-type';
import { canonicalJson, sha256 } from './canonical-json';

/** The hash before the first event. */
export const chainStart: Uint8Array = sha256('standby');

/** sha256(hash before ∥ canonical JSON of position and event). Any change to an event changes every hash after it. */
export function chainHash(before: Uint8Array, position: bigint, event: StoredEvent): Uint8Array<ArrayBuffer> {
  const subjects = event.subjects
    .map(({ kind, id, version }) => [kind, id, version ?? []].flat().join(':'))
    .sort();
  const text = canonicalJson({
    position: position.toString(),
    id: event.id,
    type: event.type,
    v: event.v,
    data: event.data,
    mode: event.mode,
    actorKind: event.actorKind,
    actorId: event.actorId,
    requestId: event.requestId,
    occurredAt: event.occurredAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    subjects,
  });
  return sha256(Buffer.concat([before, Buffer.from(text)]));
}
