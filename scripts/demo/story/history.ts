import type { CauseKind } from '@/lib/incidents/schema';
import type { Experience } from '@/lib/reports/rules/details';
import type { Severity } from '@/lib/severity/schema';
import { day, type Episode, report } from './episode';

/** A past incident with one report, one update and its end. */
function past(
  title: string,
  service: string,
  severity: Severity,
  startedAgo: number,
  lasted: number,
  people: { by: string; manager: string; reporter: [string, string, Experience] },
  words: { said: string; update: string; end: string; cause?: CauseKind; because?: string },
): Episode {
  const [name, where, experience] = people.reporter;
  const declaredAgo = startedAgo - Math.min(12, Math.ceil(lasted / 8));
  const resolvedAgo = startedAgo - lasted;
  return {
    title,
    service,
    severity,
    startedAgo,
    declaredAgo,
    by: people.by,
    manager: people.manager,
    reports: [report(startedAgo - Math.min(4, Math.ceil(lasted / 12)), name, where, experience, words.said)],
    updates: [
      {
        ago: declaredAgo - Math.ceil(lasted / 8),
        by: people.manager,
        text: words.update,
        next: lasted,
        stage: 'INVESTIGATING',
      },
    ],
    resolved: { ago: resolvedAgo, by: people.manager, text: words.end },
    closed: {
      ago: Math.max(resolvedAgo - 90, 1),
      by: people.manager,
      ...(words.cause ? { cause: words.cause } : {}),
      ...(words.because ? { because: words.because } : {}),
    },
  };
}

/** What is over, oldest first. */
export const history: Episode[] = [
  past(
    'Email arrives up to an hour late',
    'email',
    'SEVERE',
    81 * day + 190,
    96,
    { by: 'farah', manager: 'mei', reporter: ['Beth', 'Head office', 'SLOW_OR_PARTS'] },
    {
      said: 'Mails from outside come in about an hour after they were sent. Inside the house it is quick.',
      update:
        'Mail from outside arrives up to an hour late. Nothing is lost. The queue on the filter is full and we are adding a second one.',
      end: 'Mail arrives within a minute again since a second filter shares the work. Everything that waited was delivered.',
    },
  ),
  past(
    'Search suggestions missed new names',
    'search',
    'MODERATE',
    66 * day + 300,
    130,
    { by: 'farah', manager: 'tom', reporter: ['Imran', 'Northgate', 'MISBEHAVES'] },
    {
      said: 'When I type a name that was added this week nothing is suggested. Typed in full it is found.',
      update:
        'Suggestions in Search leave out names added since Monday. Searching for the full name works. We are refreshing the list.',
      end: 'Suggestions are complete again. The nightly refresh had been switched off for maintenance and is on again.',
      cause: 'NONE_FOUND',
    },
  ),
  past(
    'Card payments were declined',
    'payments',
    'SEVERE',
    47 * day + 500,
    74,
    { by: 'tom', manager: 'priya', reporter: ['Lucy', 'Westfield', 'SLOW_OR_PARTS'] },
    {
      said: 'Every second card is declined at our desk, also ones that worked yesterday.',
      update:
        'Some cards are declined at the front desks. Nobody was charged twice. Please take cash, or try a second time. We are talking to the card company.',
      end: 'Cards are accepted again since the card company changed back a setting. We checked 40 payments and found none taken twice.',
    },
  ),
  past(
    'Archive folders opened slowly',
    'file-store',
    'SEVERE',
    35 * day + 250,
    145,
    { by: 'farah', manager: 'jonas', reporter: ['Gareth', 'Southway', 'SLOW_OR_PARTS'] },
    {
      said: 'A folder from 2019 takes three minutes to open.',
      update:
        'Folders in the archive open slowly; current folders are not affected. A disk is being replaced while the server runs.',
      end: 'The disk was replaced and the archive opens at its usual speed.',
    },
  ),
  past(
    'Letters were printed twice',
    'case-records',
    'MODERATE',
    28 * day + 410,
    190,
    { by: 'farah', manager: 'tom', reporter: ['Nadia', 'Eastgate', 'MISBEHAVES'] },
    {
      said: 'Each letter I print from a case comes out of the printer twice.',
      update:
        'Letters printed from Case Records come out twice. They are sent only once. We stopped the second print job and are checking this morning’s letters.',
      end: 'Letters are printed once again. A print job had been set up a second time after the release of Tuesday.',
      cause: 'NONE_FOUND',
    },
  ),
  past(
    'Codes by text were late',
    'sign-in',
    'MODERATE',
    19 * day + 320,
    62,
    { by: 'farah', manager: 'seun', reporter: ['Owen', 'Northgate', 'MISBEHAVES'] },
    {
      said: 'The code arrives after it has expired. The third one worked.',
      update:
        'Codes by text arrive late for some people. An app or a printed code works at once. We are sending by our second provider now.',
      end: 'Codes arrive within seconds again by the second provider.',
      cause: 'NOT_LOOKED_AT',
      because: 'The first provider has not answered yet.',
    },
  ),
  past(
    'Online forms showed an error',
    'public-website',
    'SEVERE',
    12 * day + 200,
    41,
    { by: 'tom', manager: 'tom', reporter: ['Dana', 'Westfield', 'SLOW_OR_PARTS'] },
    {
      said: 'Sending the housing form ends with an error page. I tried it four times.',
      update:
        'Some online forms end with an error. What you typed is kept for an hour in your browser. We are taking back last night’s change.',
      end: 'All forms can be sent again. Forms that ended with an error were not stored, so please send them once more.',
    },
  ),
  past(
    'Search suggestions were out of date',
    'search',
    'MODERATE',
    9 * day + 380,
    108,
    { by: 'farah', manager: 'tom', reporter: ['Imran', 'Northgate', 'MISBEHAVES'] },
    {
      said: 'Suggestions leave out everybody who was added since Saturday.',
      update:
        'Suggestions in Search do not include names added since Saturday 22:00. Search itself works. We have hidden the old list and are making a new one.',
      end: 'Suggestions are complete again. Saturday’s maintenance had stopped the job that refreshes them.',
      cause: 'NONE_FOUND',
    },
  ),
  past(
    'Printed receipts showed last year’s logo',
    'payments',
    'TRIVIAL',
    2 * day + 330,
    185,
    { by: 'farah', manager: 'tom', reporter: ['Beth', 'Head office', 'SMALL'] },
    {
      said: 'Receipts have the old logo since this morning.',
      update:
        'Receipts are printed with last year’s logo. No payment is affected. The right logo comes with this afternoon’s change.',
      end: 'Receipts show the right logo. No payments were affected. Thank you to the two people who told us.',
      cause: 'NONE_FOUND',
    },
  ),
];
