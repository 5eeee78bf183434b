/** What every public page has around its content. */
export const pageTexts = {
  'page.backToStatus': 'Back to status',

  'error.link.title': 'This link does not work any more',
  'error.link.text':
    'It may have ended, or it was replaced by a newer one. Enter your reference and we send a new link to the address we know.',
  'error.offline':
    'You are offline. What you wrote is kept on this device and can be sent when you are back.',
};
