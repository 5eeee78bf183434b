'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented';
import { Select } from '@/components/ui/text-input';
import { runStateLabel, runStateSchema } from '@/lib/runs/schema';
import { isNarrowed } from './list-filter';
import { type RunListFilter, runSearch } from './queries';

interface RunFiltersProps {
  filter: RunListFilter;
  services: { slug: string; name: string }[];
}

/** Every choice is a part of the address, so that a link shows the same list. */
export function RunFilters({ filter, services }: RunFiltersProps) {
  const router = useRouter();
  const href = (change: Partial<RunListFilter>): Route => {
    const search = runSearch({ ...filter, after: '', ...change });
    return search ? `/recovery?${search}` : '/recovery';
  };
  const mode = (value: RunListFilter['mode'], label: string) => ({
    href: href({ mode: value }),
    label,
    current: filter.mode === value,
  });
  return (
    <div className="card-h inc-filters">
      <SegmentedLinks
        label="Which runs"
        items={[mode('', 'All'), mode('LIVE', 'Live'), mode('DRILL', 'Drills')]}
      />
      <Select
        aria-label="State"
        className="m-0 w-auto"
        value={filter.state}
        onChange={(event) => router.push(href({ state: event.target.value as RunListFilter['state'] }))}
      >
        <option value="">Every state</option>
        <option value="open">Not over</option>
        {runStateSchema.options.map((state) => (
          <option key={state} value={state}>
            {runStateLabel[state]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Service"
        className="m-0 w-auto"
        value={filter.service}
        onChange={(event) => router.push(href({ service: event.target.value }))}
      >
        <option value="">All services</option>
        {services.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      {isNarrowed(filter) ? (
        <LinkButton href="/recovery" size="sm" variant="quiet" className="sp">
          Clear
        </LinkButton>
      ) : null}
    </div>
  );
}
