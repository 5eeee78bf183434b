import { settings } from '@/lib/platform/process/environment';
import { publicOrganisation } from '@/lib/status/queries/public-view';
import { assets } from './assets';
import { type PageContext, pageContext } from './page-context';

/** What a single page needs that is made on its own, outside a publication. */
export async function currentContext(): Promise<PageContext> {
  const nothing = { services: [], incidents: [], past: [], historyFrom: null };
  const organisation = await publicOrganisation();
  const view = { ...nothing, asOf: new Date().toISOString(), organisation, url: settings().url };
  return pageContext(view, await assets(), 'app');
}
