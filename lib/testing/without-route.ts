/** Commands and queries that are no line of the table of routes, each with its reason. The parity test reads it. */
export const withoutRoute: Record<string, string> = {
  'report.file':
    'POST /api/v1/reports calls it through the spool, which keeps the report while the database is away.',
  'run.callBack': 'POST /api/v1/automation/call-backs/<token> calls it as the attempt that the token is of.',
  'member.create': 'The command line makes the first members; everybody else is invited.',
  'subscriber.confirm': 'Only the page behind the mailed link confirms, and it is a form.',
  'subscriber.change': 'Only the page behind a mailed link changes what is sent, and it is a form.',
  'session.start':
    'POST /api/v1/session calls it once the password was checked, within the limits of signing in.',
  'dataset.recordDigest': 'Only Standby itself asks a store for the digest of a snapshot.',
  'dataset.watch': 'Only the worker looks once a minute how every dataset is kept.',
  'service.formChoices': 'The form of a service is a page, which reads it on the server.',
  'subscriber.choices': 'The form of a subscription is a page, which reads it on the server.',
  'refusal.read': 'Only the page behind the mailed link shows it.',
  'invitation.read': 'Only the page behind the mailed link shows it.',
  'reset.read': 'Only the page behind the mailed link shows it.',
};
