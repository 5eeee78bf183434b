/** What every public page has around its content. */
export const pageTexts = {
  'page.skip': 'Skip to content',
  'page.status': 'Status',
  'page.report': 'Report a problem',
  'page.track': 'Track a report',
  'page.signIn': 'Staff sign in',
  'page.runBy': (params: { organisation: string }) => `Run by ${params.organisation}.`,
  'page.desk': (params: { phone: string; hours: string | null }) =>
    params.hours ? `Service desk ${params.phone}, ${params.hours}.` : `Service desk ${params.phone}.`,
  'page.timesIn': (params: { zone: string }) => `Times shown in ${params.zone}.`,
  'page.backToStatus': 'Back to status',

  'error.notFound.title': 'There is nothing at this address',
  'error.notFound.text':
    'The address may have been cut off when it was copied. Check it, or go to the status page.',
  'error.link.title': 'This link does not work any more',
  'error.link.text':
    'It may have ended, or it was replaced by a newer one. Enter your reference and we send a new link to the address we know.',
  'error.tooMany': (params: { wait: string }) =>
    `Too many tries from here. Wait ${params.wait}, then try again. Nothing you typed is lost.`,
  'error.away': 'We cannot store this right now. Nothing you typed is lost: try again in a minute.',
  'error.offline':
    'You are offline. What you wrote is kept on this device and can be sent when you are back.',
  'error.unexpected': 'Something went wrong on our side and has been noted. Try again in a minute.',
  'error.summary': (params: { count: number }) =>
    params.count === 1 ? 'There is one thing to fix' : `There are ${params.count} things to fix`,
};
