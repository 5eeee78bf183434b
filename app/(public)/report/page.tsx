import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ReportPage } from '@/components/reports/report-page';
import { currentMember } from '@/lib/auth/pages/current-member';
import { isDatabaseAway } from '@/lib/database/database-errors';
import { t } from '@/lib/language/catalogue';
import { isAppError } from '@/lib/platform/errors';
import { newFormStamp } from '@/lib/reports/intake/form-stamp';
import { currentSettings } from '@/lib/settings/in-force';
import { defaultSettings } from '@/lib/settings/schema';
import { reportChoices } from '@/lib/tracking/queries/report-choices';
import { sendReport } from './actions';

export const metadata: Metadata = { title: t('report.title') };

interface Props {
  searchParams: Promise<{ service?: string | string[] }>;
}

/** The form opens while the database is away too: then nobody is known, and nothing but the form is there. */
async function whileAway<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isDatabaseAway(error) || (isAppError(error) && error.code === 'unavailable')) return otherwise;
    throw error;
  }
}

export default async function Report({ searchParams }: Props) {
  const { service } = await searchParams;
  const [choices, member, { organisation }] = await Promise.all([
    reportChoices(),
    whileAway(currentMember, null),
    whileAway(() => currentSettings(), defaultSettings),
  ]);
  const clientKey = crypto.randomUUID();
  return (
    <ReportPage
      action={sendReport}
      choices={choices}
      phone={organisation.deskPhone}
      given={{
        clientKey,
        stamp: newFormStamp(clientKey),
        service: typeof service === 'string' ? service : undefined,
        name: member?.name ?? '',
        email: member?.email ?? '',
        page: (await headers()).get('referer')?.slice(0, 500) ?? '',
      }}
    />
  );
}
