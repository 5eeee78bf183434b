import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EventSubject } from '@/lib/platform/events/event-type';
import { chainHash, chainStart } from './chain';

const at = new Date('2026-01-12T08:00:00Z');
const event = (subject: EventSubject) => ({
  ...{
    id: 'e',
    type: 'service.edited',
    v: 1,
    data: {},
    mode: 'LIVE' as const,
    actorKind: 'cli',
    actorId: null,
  },
  ...{ requestId: null, occurredAt: at, recordedAt: at, subjects: [subject], position: null },
});
/** The text of an event that was stored before subjects bore versions, letter by letter. */
const before =
  '{"actorId":null,"actorKind":"cli","data":{},"id":"e","mode":"LIVE","occurredAt":"2026-01-12T08:00:00.000Z",' +
  '"position":"1","recordedAt":"2026-01-12T08:00:00.000Z","requestId":null,"subjects":["service:s"],' +
  '"type":"service.edited","v":1}';

test('an event that bears no version is hashed as it always was; a version counts', () => {
  const hash = createHash('sha256').update(chainStart).update(before).digest('hex');
  const hashOf = (subject: EventSubject) =>
    Buffer.from(chainHash(chainStart, 1n, event(subject))).toString('hex');
  expect(hashOf({ kind: 'service', id: 's' })).toBe(hash);
  expect(hashOf({ kind: 'service', id: 's', version: 2 })).not.toBe(hash);
});
