import { type DemoReport, day, type Episode, report } from './episode';

/** What is going on: the office at its busiest. */
export const current: Episode[] = [
  {
    title: 'Archive folders are missing from File Store',
    service: 'file-store',
    severity: 'SEVERE',
    startedAgo: 146,
    declaredAgo: 140,
    by: 'farah',
    manager: 'jonas',
    communications: 'tom',
    reports: [
      report(
        146,
        'Gareth',
        'Southway',
        'SLOW_OR_PARTS',
        'Everything in the archive from before 2024 is gone. My current folders are there.',
        12,
      ),
      report(131, 'Beth', 'Head office', 'SLOW_OR_PARTS', 'The archive is empty when I open it.'),
      report(118, 'Owen', 'Northgate', 'SLOW_OR_PARTS', 'I cannot find scanned letters of 2021.'),
    ],
    notes: [
      {
        ago: 112,
        by: 'jonas',
        text: 'archive-1 does not see its volumes. Two disks of one group failed in the night.',
      },
    ],
    updates: [
      {
        ago: 138,
        by: 'jonas',
        next: 60,
        stage: 'INVESTIGATING',
        text: 'Archive folders are missing from File Store; current folders work. Nothing that you see is lost. We are looking at the archive server.',
      },
      {
        ago: 86,
        by: 'tom',
        next: 60,
        stage: 'ACTING',
        text: 'The archive server lost two disks at once and cannot be repaired in place. We are setting it up again and will then load this morning’s 03:00 copy. Anything archived after 03:00 will need adding again; we will send you the list.',
      },
      {
        ago: 26,
        by: 'tom',
        next: 58,
        text: 'The archive server is set up again and we are reloading the 03:00 copy. Then we check it against known-good results before we let you back in. Current folders keep working meanwhile.',
      },
    ],
  },
  {
    title: 'Search misses documents added today',
    service: 'search',
    severity: 'MODERATE',
    startedAgo: 352,
    declaredAgo: 86,
    by: 'farah',
    manager: 'seun',
    reports: [
      report(91, 'Dana', 'Westfield', 'MISBEHAVES', 'New scans are not found, older ones are.'),
      report(
        74,
        'Nadia',
        'Eastgate',
        'MISBEHAVES',
        'Search is missing everything from today. Opening the case works.',
      ),
    ],
    updates: [
      {
        ago: 84,
        by: 'tom',
        next: 2 * day,
        stage: 'INVESTIGATING',
        text: 'Search does not show documents added today. They are safe: open them from the case. The index stopped refreshing this morning and we are finding out why.',
      },
    ],
  },
  {
    title: 'Case Records is not available',
    service: 'case-records',
    severity: 'CRITICAL',
    startedAgo: 37,
    declaredAgo: 32,
    by: 'farah',
    manager: 'priya',
    communications: 'tom',
    reports: [
      report(37, 'Gareth', 'Southway', 'UNUSABLE', 'Case Records does not open for anybody here.', 30),
      report(
        34,
        'Nadia',
        'Eastgate',
        'UNUSABLE',
        'I was saving a visit note and the page went white. Now every case says “503 Service unavailable”. Two colleagues at Eastgate have the same.',
        3,
      ),
      report(28, 'Owen', 'Northgate', 'UNUSABLE', '503 on every case.', 8),
      report(21, 'Lucy', 'Westfield', 'UNUSABLE', 'Nothing loads since a quarter of an hour.'),
    ],
    notes: [
      {
        ago: 17,
        by: 'mei',
        text: 'Controller 0 on records-db-1 dropped both disk paths. records-db-2 is complete and 4 seconds behind.',
      },
    ],
    updates: [
      {
        ago: 26,
        by: 'tom',
        next: 30,
        stage: 'INVESTIGATING',
        text: 'Case Records is not available for anyone. Networks and sign-in are fine, so we are looking at the database servers. If you are visiting someone today, the printed day list is at your front desk.',
      },
      {
        ago: 8,
        by: 'tom',
        next: 30,
        stage: 'ACTING',
        text: 'A disk controller failed on the main Case Records server. Your records are safe: a secondary server holds an up-to-date copy, and we are preparing the switch to it. Please don’t re-enter anything you saved before the failure.',
      },
    ],
  },
];

/** Sent in the last minutes; nobody has decided about them. */
export const waiting: (DemoReport & { service: string })[] = [
  {
    service: 'sign-in',
    ...report(8, 'Gareth', 'Southway', 'SLOW_OR_PARTS', 'Code by text takes five minutes to arrive.'),
  },
  {
    service: 'email',
    ...report(
      6,
      'Beth',
      'Head office',
      'SMALL',
      'Shared inbox counts are wrong: it says 3 unread and there are none.',
    ),
  },
  { service: 'case-records', ...report(2, 'Lucy', 'Westfield', 'UNUSABLE', '503 on every case.', 5) },
  {
    service: 'search',
    ...report(
      1,
      'Imran',
      'Northgate',
      'MISBEHAVES',
      'I uploaded nine assessment forms this morning. They open fine if I go to the case, but searching by name finds nothing. Older ones show up. I need them for a 3 o’clock meeting.',
      8,
    ),
  },
];

export const subscribers: { email: string; services: string[] }[] = [
  { email: 'frontdesk@westfield.example', services: [] },
  { email: 'office@eastgate.example', services: ['case-records', 'sign-in'] },
  { email: 'archive@headoffice.example', services: ['file-store'] },
];
