'use client';

import type { Route } from 'next';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented';
import { type Asked, addressOf } from '@/lib/platform/rules/address';
import { listRunsInput, runStateLabel, runStateSchema } from '@/lib/runs/schema';

export type RunsAsked = Asked<typeof listRunsInput>;

/** Whether anything narrows the list. */
export const isNarrowed = ({ mode, state, service }: RunsAsked): boolean => Boolean(mode || state || service);

const states = [
  { value: 'open', label: 'Not over' },
  ...runStateSchema.options.map((state) => ({ value: state, label: runStateLabel[state] })),
];

interface RunFiltersProps {
  asked: RunsAsked;
  services: { slug: string; name: string }[];
}

/** Every choice is a part of the address, so that a link shows the same list. */
export function RunFilters({ asked, services }: RunFiltersProps) {
  const href = (change: Partial<RunsAsked>): Route =>
    addressOf('/recovery', listRunsInput, { ...asked, after: undefined, ...change });
  const mode = (value: RunsAsked['mode'], label: string) => ({
    href: href({ mode: value }),
    label,
    current: asked.mode === value,
  });
  return (
    <div className="card-h inc-filters">
      <SegmentedLinks
        label="Which runs"
        items={[mode(undefined, 'All'), mode('LIVE', 'Live'), mode('DRILL', 'Drills')]}
      />
      <FilterSelect
        label="State"
        all="Every state"
        value={asked.state ?? ''}
        options={states}
        hrefOf={(state) => href({ state: state as RunsAsked['state'] })}
      />
      <FilterSelect
        label="Service"
        all="All services"
        value={asked.service ?? ''}
        options={services.map(({ slug, name }) => ({ value: slug, label: name }))}
        hrefOf={(service) => href({ service })}
      />
      {isNarrowed(asked) ? (
        <LinkButton href="/recovery" size="sm" variant="quiet" className="sp">
          Clear
        </LinkButton>
      ) : null}
    </div>
  );
}
