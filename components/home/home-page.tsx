'use client';

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { ServiceFindingsCard } from '@/components/checks/service-findings';
import { useMemberActs } from '@/components/console/member-acts';
import { Staleness } from '@/components/live/staleness';
import { MyBookingsCard } from '@/components/resources/my-bookings-card';
import { useNow, useZone } from '@/components/ui/clock';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { dateOf } from '@/components/ui/time-words';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { clockOf, zoneName } from '@/lib/language/time';
import { counted } from '@/lib/language/words';
import { homeSentence, isQuiet } from './home-words';
import { OpenCard } from './open-card';
import { PromisedCard } from './promised-card';
import { QuietCards } from './quiet-cards';
import { ReportChart } from './report-chart';
import { ActivityCard, WaitingCard } from './side-cards';

const homeQuery = queryOptions({
  queryKey: ['home', 'summary'],
  queryFn: ({ signal }) => api('GET /home', {}, { signal }),
});

/** What is true now, what was promised, what waits, and what happened last. */
export function HomePage({ initial }: { initial: HomeSummary }) {
  const query = useQuery({ ...homeQuery, initialData: initial });
  const { data } = query;
  const quiet = isQuiet(data);
  const chart = <ReportChart hours={data.reportsPerHour} today={data.reportsToday} />;
  const activity = <ActivityCard activity={data.activity} />;
  const findings = data.findings.length > 0 ? <ServiceFindingsCard findings={data.findings} named /> : null;
  return (
    <>
      <Staleness query={query} />
      {quiet ? (
        <>
          <QuietCards lastClosed={data.lastClosed} />
          {findings}
          <MyBookingsCard />
          <div className="home-g mt-5">
            {activity}
            {chart}
          </div>
        </>
      ) : (
        <>
          <HomeHeader summary={data} />
          <MyBookingsCard />
          <div className="home-g">
            <div>
              <OpenCard summary={data} />
              <PromisedCard open={data.open} />
              {findings}
            </div>
            <div>
              {chart}
              {data.waiting ? <WaitingCard waiting={data.waiting} /> : null}
              {activity}
            </div>
          </div>
        </>
      )}
    </>
  );
}

function HomeHeader({ summary }: { summary: HomeSummary }) {
  const canDeclare = useMemberActs().includes('incident.declare');
  const now = useNow();
  const zone = useZone();
  const waiting = summary.waiting?.count ?? 0;
  return (
    <PageHeader
      large
      title={<span suppressHydrationWarning>{homeSentence(summary, now)}</span>}
      lead={
        <span suppressHydrationWarning>
          {dateOf(now, zone, now)}, {clockOf(now, zone)} {zoneName(now, zone)}
        </span>
      }
      actions={
        <>
          {waiting > 0 ? (
            <LinkButton href="/triage" icon="inbox">
              Read {counted(waiting, 'report')}
            </LinkButton>
          ) : null}
          {canDeclare ? (
            <LinkButton href="/incidents/new" variant="primary" icon="plus">
              Declare an incident
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
}
