import type { ComponentProps } from 'react';
import { FilterSelect } from '@/components/ui/filter-select';

interface ServiceFilterProps extends Pick<ComponentProps<typeof FilterSelect>, 'hrefOf'> {
  services: readonly { slug: string; name: string }[];
  value: string | undefined;
}

/** Narrows a list to what is about one service. */
export function ServiceFilter({ services, value = '', hrefOf }: ServiceFilterProps) {
  const options = services.map(({ slug, name }) => ({ value: slug, label: name }));
  return <FilterSelect label="Service" all="All services" value={value} options={options} hrefOf={hrefOf} />;
}
