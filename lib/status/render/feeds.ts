import { isolated } from '@/lib/platform/rules/isolate';
import { severityLabel } from '@/lib/severity/schema';
import { feedPaths, homePath, incidentPath } from '@/lib/status/rules/paths';
import type { PublicIncident, PublicUpdate, PublicView } from '@/lib/status/rules/public-view';
import { recoveryBasis, recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';
import { words } from '@/lib/status/rules/words';
import { feedStageLabel } from '@/lib/updates/rules/public-stage';
import { xmlText } from './xml';

interface Entry {
  incident: PublicIncident;
  update: Pick<PublicUpdate, 'id' | 'at' | 'editedAt'>;
  /** Before the incident's title. */
  about: string;
  html: string;
  edited: boolean;
  isEnd: boolean;
}

/** One entry for a recovery, which changes as it goes on: a reader of feeds is not woken at every step. */
function recoveryEntry(view: PublicView, incident: PublicIncident): Entry[] {
  const { recovery } = incident;
  if (!recovery) return [];
  const reading = { zone: view.organisation.zone, asOf: view.asOf };
  const sentences = [recoveryExpectation(recovery, reading), recoveryBasis(recovery, reading)];
  const html = sentences.flatMap((text) => (text ? [`<p>${xmlText(text)}</p>`] : [])).join('');
  const at = recovery.startedAt ?? recovery.changedAt;
  return [
    {
      incident,
      update: { id: recovery.id, at, editedAt: recovery.changedAt },
      about: recoveryHeading(recovery),
      html,
      edited: false,
      isEnd: false,
    },
  ];
}

const day = 86_400_000;
const newest = 50;

/** How long an entry stays, however many are newer: nobody who looks now and then misses that something is over. */
function staysUntil({ update, isEnd }: Entry): number {
  return Date.parse(update.at) + (isEnd ? 14 : 2) * day;
}

/** Of every update one entry, newest first, so that a reader is told of every word once. */
function entriesOf(view: PublicView): Entry[] {
  return view.incidents
    .flatMap((incident) => [
      ...incident.updates.map((update) => ({
        incident,
        update,
        about: feedStageLabel[update.stage],
        html: update.text.html,
        edited: update.editedAt !== null,
        isEnd: update.stage === 'RESOLVED',
      })),
      ...recoveryEntry(view, incident),
    ])
    .sort((a, b) => b.update.at.localeCompare(a.update.at) || b.update.id.localeCompare(a.update.id))
    .filter((entry, place) => place < newest || staysUntil(entry) >= Date.parse(view.asOf));
}

/** How it stands comes first: readers of feeds show the beginning of a title. */
function titleOf({ incident, about, edited }: Entry): string {
  const severity = severityLabel[incident.severity];
  return `${about}: ${isolated(incident.title)} (${edited ? `${severity}, ${words.edited}` : severity})`;
}

/** A feed's own time is that of its newest entry, so that it changes only when there is something new. */
function changedAt(view: PublicView, entries: Entry[]): string {
  const times = entries.map(({ update }) => update.editedAt ?? update.at).sort();
  return times.at(-1) ?? view.services.map(({ createdAt }) => createdAt).sort()[0] ?? view.asOf;
}

function atomEntry(view: PublicView, entry: Entry): string {
  const link = `${view.url}${incidentPath(entry.incident.ref)}`;
  return `<entry>
<id>urn:uuid:${xmlText(entry.update.id)}</id>
<title>${xmlText(titleOf(entry))}</title>
<link rel="alternate" type="text/html" href="${xmlText(`${link}#update-${entry.update.id}`)}"/>
<published>${entry.update.at}</published>
<updated>${entry.update.editedAt ?? entry.update.at}</updated>
<content type="html">${xmlText(entry.html)}</content>
</entry>`;
}

export function atomFeed(view: PublicView): string {
  const entries = entriesOf(view);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.lang}">
<id>${xmlText(`${view.url}${feedPaths.atom}`)}</id>
<title>${xmlText(words.pageTitle(view.organisation.name))}</title>
<updated>${changedAt(view, entries)}</updated>
<author><name>${xmlText(view.organisation.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(`${view.url}${feedPaths.atom}`)}"/>
<link rel="alternate" type="text/html" href="${xmlText(`${view.url}${homePath}`)}"/>
${entries.map((entry) => atomEntry(view, entry)).join('\n')}
</feed>
`;
}

function rssItem(view: PublicView, entry: Entry): string {
  const link = `${view.url}${incidentPath(entry.incident.ref)}#update-${entry.update.id}`;
  return `<item>
<guid isPermaLink="false">${xmlText(entry.update.id)}</guid>
<title>${xmlText(titleOf(entry))}</title>
<link>${xmlText(link)}</link>
<pubDate>${new Date(entry.update.at).toUTCString()}</pubDate>
<atom:updated>${entry.update.editedAt ?? entry.update.at}</atom:updated>
<description>${xmlText(entry.html)}</description>
</item>`;
}

export function rssFeed(view: PublicView): string {
  const entries = entriesOf(view);
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xmlText(words.pageTitle(view.organisation.name))}</title>
<link>${xmlText(`${view.url}${homePath}`)}</link>
<description>${xmlText(words.getUpdatesHint)}</description>
<language>${words.lang}</language>
<lastBuildDate>${new Date(changedAt(view, entries)).toUTCString()}</lastBuildDate>
<ttl>1</ttl>
<atom:link rel="self" type="application/rss+xml" href="${xmlText(`${view.url}${feedPaths.rss}`)}"/>
${entries.map((entry) => rssItem(view, entry)).join('\n')}
</channel>
</rss>
`;
}
