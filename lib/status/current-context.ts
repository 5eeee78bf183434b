import { settings } from '@/lib/platform/env';
import { publicOrganisation } from './queries/public-view';
import { assets } from './render/assets';
import { type PageContext, pageContext } from './render/page-context';

/** What a single page needs that is made on its own, outside a publication. */
export async function currentContext(): Promise<PageContext> {
  const nothing = { services: [], incidents: [], maintenance: [], past: [], historyFrom: null };
  const organisation = await publicOrganisation();
  const view = { ...nothing, asOf: new Date().toISOString(), organisation, url: settings().url };
  return pageContext(view, await assets(), 'app');
}
