'use client';

import { FilterSelect } from '@/components/ui/filter-select';
import { auditNounLabel } from '@/lib/audit/schema';
import type { EventNoun } from '@/lib/nouns';
import { to } from '@/lib/platform/rules/to';

const options = Object.entries(auditNounLabel).map(([value, label]) => ({ value, label }));

export function NounFilter({ noun }: { noun: EventNoun | undefined }) {
  return (
    <FilterSelect
      label="About what"
      all="About everything"
      value={noun ?? ''}
      options={options}
      hrefOf={(value) => (value ? to(`/audit?noun=${value}`) : '/audit')}
    />
  );
}
