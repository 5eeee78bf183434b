'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AccountMenuProps } from '@/components/layout/account-menu';
import { ConsoleShell } from '@/components/layout/console-shell';
import type { RailEntry } from '@/components/layout/rail';
import { useLive } from '@/components/live/use-live';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { ServiceFinding } from '@/lib/checks/queries/views';
import type { ConsoleFrame } from '@/lib/home/queries/views';
import { isolated } from '@/lib/platform/rules/isolate';
import { to } from '@/lib/platform/rules/to';
import { blindCauses, blindWords, type Sense } from '@/lib/probes/schema';
import { ConcernNote } from './concern-note';
import { MemberActs } from './member-acts';
import { consoleFrameQuery } from './queries';

interface ConsoleFrameProps {
  initial: ConsoleFrame;
  upper: RailEntry[];
  lower: RailEntry[];
  member: AccountMenuProps['member'] & { id: string };
  signOut: AccountMenuProps['signOut'];
  children: ReactNode;
}

function withCounts(entries: RailEntry[], frame: ConsoleFrame): RailEntry[] {
  return entries.map((entry) => {
    if (entry.href === '/triage' && frame.waiting) {
      return { ...entry, count: frame.waiting, countLabel: `${frame.waiting} waiting to be read` };
    }
    if (entry.href === '/incidents' && frame.open) {
      return { ...entry, count: frame.open, countLabel: `${frame.open} open` };
    }
    if (entry.href === '/outbox' && frame.undelivered) {
      return { ...entry, count: frame.undelivered, countLabel: `${frame.undelivered} not delivered` };
    }
    return entry;
  });
}

/** The shell with its data: one stream of hints keeps the frame and every page inside it true. */
export function ConsoleFrameView({ initial, upper, lower, member, signOut, children }: ConsoleFrameProps) {
  const live = useLive(`member/${member.id}`);
  const { data: frame } = useQuery({ ...consoleFrameQuery, initialData: initial });
  const open = {
    title: 'Open incidents',
    commands: frame.incidents.map((incident) => ({
      id: incident.ref,
      href: to(`/incidents/${incident.ref}`),
      label: `${incident.ref} ${isolated(incident.title)}`,
      icon: 'pulse' as const,
    })),
  };
  return (
    <ConsoleShell
      homeHref="/home"
      entries={withCounts(upper, frame)}
      lower={withCounts(lower, frame)}
      member={member}
      incidents={frame.incidents.map(({ ref, ...incident }) => ({
        ...incident,
        href: to(`/incidents/${ref}`),
      }))}
      live={live}
      commands={open.commands.length > 0 ? [open] : []}
      signOut={signOut}
    >
      <Notes frame={frame} />
      <MemberActs value={frame.acts}>{children}</MemberActs>
    </ConsoleShell>
  );
}

/** What everybody has to know, above whatever page they are on. */
function Notes({ frame }: { frame: ConsoleFrame }) {
  return (
    <div className="mb-5 grid gap-3 empty:hidden">
      {frame.critical.map((finding) => (
        <CriticalNote key={finding.id} finding={finding} />
      ))}
      {frame.blindSince && frame.blindSense ? (
        <BlindNote since={frame.blindSince} sense={frame.blindSense} />
      ) : null}
      {frame.endingKeys ? (
        <Note tone="warn" action={<Link href="/settings/keys">Look at the keys</Link>}>
          {frame.endingKeys === 1 ? 'An API key ends' : `${frame.endingKeys} API keys end`} within two weeks,
          or ended already. Give its program a new one, then revoke the old.
        </Note>
      ) : null}
      {frame.concerns.map((concern) => (
        <ConcernNote key={concern.name} concern={concern} />
      ))}
    </div>
  );
}

function BlindNote({ since, sense }: { since: string; sense: Sense }) {
  const there = sense === 'LINE' ? '' : ' there';
  return (
    <Note tone="warn">
      Standby itself sees {blindWords[sense]}, since <Time at={since} show="auto" />: none of its monitors
      {there} gets an answer. Look at {blindCauses[sense]} first. Until then, nothing is known of the services
      {there}.
    </Note>
  );
}

function CriticalNote({ finding: { service, sentence } }: { finding: ServiceFinding }) {
  return (
    <Note
      tone="bad"
      title={service.name}
      action={<Link href={to(`/services/${service.slug}`)}>Settle it</Link>}
    >
      {sentence}
    </Note>
  );
}
