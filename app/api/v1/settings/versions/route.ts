import { queryRoute } from '@/lib/http/route';
import { listSettingsVersions } from '@/lib/settings/queries';

export const GET = queryRoute(listSettingsVersions);
