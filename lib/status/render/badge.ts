import { isolated } from '@/lib/platform/rules/isolate';
import type { ServiceStatus } from '@/lib/services/schema';
import type { PublicView } from '@/lib/status/rules/public-view';
import { headline, statuspageStatus } from '@/lib/status/rules/wording';
import { words } from '@/lib/status/rules/words';
import { xmlText } from './xml';

const colours: Record<ServiceStatus, string> = {
  OPERATIONAL: '#1b7f50',
  DEGRADED: '#8f6800',
  PARTIAL_OUTAGE: '#c24c06',
  MAJOR_OUTAGE: '#bd1a31',
};

/** Wide enough for a text in 11 px sans serif, whatever font the reader's machine has. */
function widthOf(text: string): number {
  return Math.ceil(text.length * 6.6 + 14);
}

/** A small picture for other people's pages: the word and its colour. The colours are the light theme's tokens. */
export function statusBadge(view: PublicView): string {
  const label = words.status.toLowerCase();
  const { description } = statuspageStatus(view);
  const colour = colours[headline(view).status];
  const left = widthOf(label);
  const right = widthOf(description);
  const title = xmlText(`${isolated(view.organisation.name)}: ${description}`);
  const text = 'font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" fill="#fff"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">
<title>${title}</title>
<rect width="${left + right}" height="20" rx="3" fill="${colour}"/>
<path d="M3 0h${left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#12211f"/>
<g ${text} text-anchor="middle"><text x="${left / 2}" y="14" textLength="${left - 14}">${xmlText(label)}</text><text x="${left + right / 2}" y="14" textLength="${right - 14}">${xmlText(description)}</text></g>
</svg>
`;
}
