'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Card, CardHeader } from '@/components/ui/card';
import { TimeRange } from '@/components/ui/time';
import { counted } from '@/lib/language/words';
import type { AllocationView } from '@/lib/resources/queries/views';
import { aspectLabel } from '@/lib/resources/schema';
import { AllocationStateMark } from './allocation-state';
import { AnswerButtons } from './answer-buttons';
import { ownAllocationListQuery } from './queries';

/** What the reader is asked for and booked for. Nothing, while it is nothing. */
export function MyBookingsCard() {
  const { data = [] } = useQuery(ownAllocationListQuery);
  if (data.length === 0) return null;
  const asked = data.filter(({ acts }) => acts.includes('accept')).length;
  return (
    <Card className="my-5">
      <CardHeader
        title="You are booked"
        meta={asked > 0 ? counted(asked, 'asks for an answer', 'ask for an answer') : null}
      />
      <ul className="res-mine">
        {data.map((allocation) => (
          <MyBooking key={allocation.id} allocation={allocation} />
        ))}
      </ul>
    </Card>
  );
}

function MyBooking({ allocation }: { allocation: AllocationView }) {
  const { resource, incident, run, aspect, note, startsAt, endsAt, state, requestedBy } = allocation;
  const team = resource.kind === 'TEAM' ? `${resource.name}: ` : '';
  return (
    <li>
      <span className="t">
        <b>
          {team}
          {aspectLabel[aspect]}
        </b>
        <small>
          {incident ? <Link href={`/incidents/${incident.ref}/resources`}>{incident.ref}</Link> : run?.ref}{' '}
          {incident?.title ?? run?.plan}
          {requestedBy ? `, asked by ${requestedBy.name}` : ''}
        </small>
        {note ? <small>{note}</small> : null}
      </span>
      <span className="w">
        <TimeRange from={startsAt} to={endsAt} />
      </span>
      <AllocationStateMark state={state} />
      <AnswerButtons allocation={allocation} />
    </li>
  );
}
