'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { SessionView } from '@/lib/members/queries/views';
import { sessionListQuery } from './queries';

/** Where the member is signed in, each to be ended from here. */
export function SessionList({ memberId, initial }: { memberId: string; initial: SessionView[] }) {
  const { data: sessions } = useQuery({ ...sessionListQuery(memberId), initialData: initial });
  const here = sessions.find((session) => session.current)?.id ?? null;
  const touches = ['session'] as const;
  const end = useAct({
    touches,
    call: ({ id }: SessionView, { key }) => api('DELETE /session/:sessionId', { sessionId: id }, { key }),
    done: (_, { browser }) => `Signed out on ${browser}`,
  });
  const endOthers = useAct({
    touches,
    call: (_, { key }) => api('DELETE /members/:memberId/sessions', { memberId, except: here }, { key }),
    done: 'Signed out everywhere else',
  });
  const [problem] = [...end.errors, ...endOthers.errors];
  return (
    <Card>
      <CardHeader
        title="Where you are signed in"
        actions={
          sessions.length > 1 ? (
            <Button size="sm" pending={endOthers.pending} onClick={() => void endOthers.run()}>
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
            className="row flex-wrap border-b border-line px-5 py-3 last:border-b-0 max-sm:px-4"
          >
            <div className="min-w-0">
              <span className="row flex-wrap ink">
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
                pending={end.doing?.id === session.id}
                onClick={() => void end.run(session)}
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
