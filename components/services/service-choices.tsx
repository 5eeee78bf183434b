'use client';

import { type ReactNode, useState } from 'react';
import { TextInput } from '@/components/ui/text-input';
import { t } from '@/lib/language/catalogue';

interface ServiceChoice {
  slug: string;
  /** What it can be found by. */
  text: string;
  isChosen: boolean;
  choice: ReactNode;
}

interface ServiceChoicesProps {
  services: ServiceChoice[];
  /** How the choices stand beside each other. */
  className: string;
  /** A choice that is none of them. */
  children?: ReactNode;
}

/** Few enough to be read through on a phone. Of more, so many stand open. */
const fewEnough = 12;
const open = 8;

/** The choice of services: of many the first and the chosen ones, with a search; the others folded behind their number. */
export function ServiceChoices({ services, className, children }: ServiceChoicesProps) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = ({ text }: ServiceChoice) => words.every((word) => text.toLowerCase().includes(word));
  const row = (list: ServiceChoice[]) =>
    list.map((one) => (
      <div key={one.slug} className={isFound(one) ? 'contents' : 'hidden'}>
        {one.choice}
      </div>
    ));
  if (services.length <= fewEnough) {
    return (
      <div className={className}>
        {row(services)}
        {children}
      </div>
    );
  }
  const first = services.filter(({ isChosen }, place) => isChosen || place < open);
  const count = services.length;
  return (
    <>
      <div className="scripted pt-3.5">
        <TextInput
          type="search"
          aria-label={t('services.search')}
          placeholder={t('services.search')}
          value={search}
          maxLength={120}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
        />
        <p className="hint" role="status">
          {search ? t('services.found', { found: services.filter(isFound).length, count }) : null}
        </p>
      </div>
      <div className={className}>{row(first)}</div>
      <details className="pt-3.5" open={search !== '' || undefined}>
        <summary className="btn">{t('services.all', { count })}</summary>
        <div className={className}>{row(services.filter((one) => !first.includes(one)))}</div>
      </details>
      {children ? <div className={className}>{children}</div> : null}
    </>
  );
}
