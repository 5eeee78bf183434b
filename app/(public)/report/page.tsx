import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ReportPage } from '@/components/reports/report-page';
import { currentMember } from '@/lib/auth/pages/current-member';
import { readOr } from '@/lib/database/health/read-or';
import { t } from '@/lib/language/catalogue';
import { newFormStamp } from '@/lib/reports/intake/form-stamp';
import { currentSettings, lastSettings } from '@/lib/settings/in-force';
import { reportChoices } from '@/lib/tracking/queries/report-choices';
import { sendReport } from './actions';

export const metadata: Metadata = { title: t('report.title') };

interface Props {
  searchParams: Promise<{ service?: string | string[] }>;
}

/** Opens while the database is away too: then nobody is known, and the services are those that were read last. */
export default async function Report({ searchParams }: Props) {
  const { service } = await searchParams;
  const [choices, member, { organisation }] = await Promise.all([
    reportChoices(),
    readOr(currentMember, () => null),
    readOr(currentSettings, lastSettings),
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
