import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import './settings.css';

const sections = [
  { href: '/settings', label: 'General' },
  { href: '/settings/clocks', label: 'Clocks' },
  { href: '/settings/keys', label: 'Keys' },
  { href: '/settings/automation', label: 'Automation' },
  { href: '/outbox', label: 'Outbox' },
] as const;

interface SettingsFrameProps {
  title: string;
  lead: string;
  current: (typeof sections)[number]['href'];
  aside?: ReactNode;
  children: ReactNode;
}

export function SettingsFrame({ title, lead, current, aside, children }: SettingsFrameProps) {
  return (
    <>
      <PageHeader title={title} lead={lead} actions={aside} />
      <div className="sett">
        <nav className="snav" aria-label="Settings">
          {sections.map(({ href, label }) => (
            <Link
              prefetch={false}
              key={href}
              href={href}
              className={href === current ? 'on' : undefined}
              aria-current={href === current ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        <div>{children}</div>
      </div>
    </>
  );
}
