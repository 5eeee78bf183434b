'use client';

import type { Route } from 'next';
import { ServiceFilter } from '@/components/services/service-filter';
import { SeverityMark } from '@/components/severity/severity-mark';
import { classNames } from '@/components/ui/class-names';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { SearchForm } from '@/components/ui/search-form';
import { SegmentedLinks } from '@/components/ui/segmented';
import { listIncidentsInput } from '@/lib/incidents/schema';
import { addressOf } from '@/lib/platform/rules/address';
import { type Severity, severities, severityLabel } from '@/lib/severity/schema';
import { type IncidentFilter, isNarrowed, toggleSeverity } from './list-filter';

interface IncidentFiltersProps {
  filter: IncidentFilter;
  services: { slug: string; name: string }[];
  open: Readonly<Record<Severity, number>>;
}

/** Every choice is a part of the address, so that a link shows the same list. */
export function IncidentFilters({ filter, services, open }: IncidentFiltersProps) {
  const href = (change: Partial<IncidentFilter>): Route =>
    addressOf('/incidents', listIncidentsInput, { ...filter, after: undefined, ...change });
  const chosen = filter.severity ?? '';
  const total = Object.values(open).reduce((sum, count) => sum + count, 0);
  const scope = (value: IncidentFilter['scope'], label: string, count?: number) => ({
    href: href({ scope: value }),
    label,
    count,
    current: filter.scope === value,
  });
  return (
    <FilterBar>
      <SearchForm
        label="Find an incident"
        placeholder="Title or reference"
        value={filter.text}
        hrefOf={(text) => href({ text })}
        className="m-0 w-auto"
      />
      <SegmentedLinks
        label="Which incidents"
        items={[scope('open', 'Open', total), scope('resolved', 'Over'), scope('all', 'All')]}
      />
      <nav className="inc-sevs" aria-label="Severity">
        {severities.map((severity) => {
          const on = chosen.split(',').includes(severity);
          return (
            <LinkButton
              key={severity}
              href={href({ severity: toggleSeverity(chosen, severity) })}
              size="sm"
              scroll={false}
              className={classNames(on && 'on')}
              aria-current={on ? 'true' : undefined}
            >
              <SeverityMark severity={severity} />
              {severityLabel[severity]}
            </LinkButton>
          );
        })}
      </nav>
      <ServiceFilter services={services} value={filter.service} hrefOf={(service) => href({ service })} />
      {isNarrowed(filter) ? (
        <LinkButton
          href={href({ severity: '', service: '', text: '' })}
          size="sm"
          variant="quiet"
          className="sp"
        >
          Clear
        </LinkButton>
      ) : null}
    </FilterBar>
  );
}
