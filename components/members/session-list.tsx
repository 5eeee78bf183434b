'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { showToast } from '@/components/ui/show-toast';
import { Time } from '@/components/ui/time';
import type { SessionView } from '@/lib/members/session-schema';
import { endOtherSessions, endSession, sessionsQuery } from './api';

/** Where the member is signed in, each to be ended from here. */
export function SessionList({ memberId, initial }: { memberId: string; initial: SessionView[] }) {
  const client = useQueryClient();
  const { data: sessions } = useQuery({ ...sessionsQuery(memberId), initialData: initial });
  const [refusal, setRefusal] = useState<unknown>(null);
  const here = sessions.find((session) => session.current)?.id ?? null;
  const end = async (work: () => Promise<unknown>, title: string): Promise<void> => {
    setRefusal(null);
    try {
      await work();
      showToast({ title });
    } catch (error) {
      setRefusal(error);
    }
    await client.invalidateQueries({ queryKey: sessionsQuery(memberId).queryKey });
  };
  const [problem] = errorsOf(refusal).summary;
  return (
    <Card>
      <CardHeader
        title="Where you are signed in"
        actions={
          sessions.length > 1 ? (
            <Button
              size="sm"
              onClick={() => void end(() => endOtherSessions(memberId, here), 'Signed out everywhere else')}
            >
              Sign out everywhere else
            </Button>
          ) : null
        }
      />
      {problem ? (
        <Note tone="bad" role="alert" className="m-5">
          {problem.message}
        </Note>
      ) : null}
      <ul>
        {sessions.map((session) => (
          <li
            key={session.id}
            className="row wrapf border-b border-line px-5 py-3 last:border-b-0 max-sm:px-4"
          >
            <div className="min-w-0">
              <span className="row wrapf ink">
                {session.browser}
                {session.current ? <Badge tone="accent">Here</Badge> : null}
              </span>
              <small className="muted sm block">
                Since <Time at={session.startedAt} show="datetime" />, seen{' '}
                <Time at={session.lastSeenAt} show="relative" />, ends{' '}
                <Time at={session.expiresAt} show="datetime" />
              </small>
            </div>
            {session.current ? null : (
              <Button
                size="sm"
                className="sp"
                aria-label={`Sign out ${session.browser}`}
                onClick={() => void end(() => endSession(session.id), `Signed out on ${session.browser}`)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
