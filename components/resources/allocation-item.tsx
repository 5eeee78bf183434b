'use client';

import { Avatar } from '@/components/ui/avatar';
import { Time, TimeRange } from '@/components/ui/time';
import type { AllocationView } from '@/lib/resources/queries/views';
import { AllocationStateMark } from './allocation-state';
import { AnswerButtons } from './answer-buttons';
import { avatarKind } from './resource-words';

function Sentence({ allocation }: { allocation: AllocationView }) {
  const { note, run, answerNote, resource, state } = allocation;
  const parts = [run?.ref, note, resource.kind === 'EQUIPMENT' ? resource.detail : null];
  const about = parts.filter(Boolean).join(', ');
  return (
    <>
      {about ? <small>{about}</small> : null}
      {answerNote ? (
        <small>
          {state === 'REFUSED' ? 'Says why: ' : 'Says: '}“{answerNote}”
        </small>
      ) : null}
    </>
  );
}

function BookingTime({ allocation }: { allocation: AllocationView }) {
  const { state, startsAt, endsAt, createdAt, releasedAt } = allocation;
  if (state === 'RELEASED' && releasedAt)
    return <TimeRange from={startsAt} to={maxOf(startsAt, releasedAt)} />;
  return (
    <>
      <TimeRange from={startsAt} to={endsAt} />
      {state === 'REQUESTED' ? (
        <small>
          Asked <Time at={createdAt} show="auto" />
        </small>
      ) : null}
    </>
  );
}

/** A booking taken back before it began ended where it began. */
function maxOf(a: string, b: string): string {
  return new Date(a) > new Date(b) ? a : b;
}

/** One booking in a list: who or what, for what, from when until when, how it stands, and what can be done. */
export function AllocationItem({ allocation }: { allocation: AllocationView }) {
  const { resource, state } = allocation;
  return (
    <li>
      <Avatar name={resource.name} kind={avatarKind[resource.kind]} decorative />
      <span className="t">
        <b>{resource.name}</b>
        <Sentence allocation={allocation} />
      </span>
      <span className="w">
        <BookingTime allocation={allocation} />
      </span>
      <AllocationStateMark state={state} />
      <AnswerButtons allocation={allocation} />
    </li>
  );
}
