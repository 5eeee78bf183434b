'use client';

import type { Route } from 'next';
import { ServiceFilter } from '@/components/services/service-filter';
import { FilterBar } from '@/components/ui/filter-bar';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented';
import { addressOf, type ListFilter } from '@/lib/platform/rules/address';
import { listRunsInput, runStateLabel, runStateSchema } from '@/lib/runs/schema';

export type RunFilter = ListFilter<typeof listRunsInput>;

/** Whether anything narrows the list. */
export const isNarrowed = ({ mode, state, service }: RunFilter): boolean => Boolean(mode || state || service);

const states = [
  { value: 'open', label: 'Not over' },
  ...runStateSchema.options.map((state) => ({ value: state, label: runStateLabel[state] })),
];

interface RunFiltersProps {
  filter: RunFilter;
  services: { slug: string; name: string }[];
}

/** Every choice is a part of the address, so that a link shows the same list. */
export function RunFilters({ filter, services }: RunFiltersProps) {
  const href = (change: Partial<RunFilter>): Route =>
    addressOf('/recovery', listRunsInput, { ...filter, after: undefined, ...change });
  const mode = (value: RunFilter['mode'], label: string) => ({
    href: href({ mode: value }),
    label,
    current: filter.mode === value,
  });
  return (
    <FilterBar>
      <SegmentedLinks
        label="Which runs"
        items={[mode(undefined, 'All'), mode('LIVE', 'Live'), mode('DRILL', 'Drills')]}
      />
      <FilterSelect
        label="State"
        all="Every state"
        value={filter.state ?? ''}
        options={states}
        hrefOf={(state) => href({ state: state as RunFilter['state'] })}
      />
      <ServiceFilter services={services} value={filter.service} hrefOf={(service) => href({ service })} />
      {isNarrowed(filter) ? (
        <LinkButton href="/recovery" size="sm" variant="quiet" className="sp">
          Clear
        </LinkButton>
      ) : null}
    </FilterBar>
  );
}
