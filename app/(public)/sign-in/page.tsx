import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type OpenIncident, OpenNow } from '@/components/members/open-now';
import { SignInForm } from '@/components/members/sign-in-form';
import { publicContext } from '@/lib/auth/pages/current-member';
import { safePath } from '@/lib/auth/pages/safe-path';
import { db } from '@/lib/database/db';
import { readOr } from '@/lib/database/health/read-or';
import { publicIncidents } from '@/lib/status/queries/incidents';
import { isOpen } from '@/lib/status/rules/public-view';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string; changed?: string }>;
}

async function openNow(): Promise<OpenIncident[]> {
  return (await publicIncidents(db(), 0)).filter(isOpen).slice(0, 5);
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, error, changed } = await searchParams;
  const goTo = safePath(next);
  const ctx = await publicContext();
  if (ctx.actor.kind === 'member') redirect(goTo);
  return (
    <div className="grid items-start gap-16 pt-14 pb-6 lg:grid-cols-[minmax(0,440px)_minmax(0,1fr)] max-lg:gap-7 max-lg:pt-7">
      <div>
        <h1 className="text-2xl">Sign in for the service team</h1>
        <p className="muted mt-1.5">Reporting a problem and reading the status page need no account.</p>
        <SignInForm action={signInAction} next={goTo} failed={error} changed={changed !== undefined} />
        <p className="muted sm mt-4">
          No account? Ask an admin for an invitation. Reporters use the private link in their email.
        </p>
      </div>
      <OpenNow incidents={await readOr(openNow, () => [])} />
    </div>
  );
}
