export const subscriptionTexts = {
  'subscribe.title': 'Get updates',
  'subscribe.lead': 'We’ll write when something changes, and only about what you choose.',
  'subscribe.email': 'Email',
  'subscribe.services': 'About which services?',
  'subscribe.none': 'Tick none to hear about all of them, also those that are added later.',
  'subscribe.gone':
    'Not every service that was asked for is on the list any more. Choose again, or take all of them.',
  'subscribe.gone.choose': 'What was asked for is not on the list any more. Choose services, or all of them.',
  'subscribe.all': 'All services, also those that are added later',
  'subscribe.severity': 'How serious?',
  'subscribe.severity.all': 'Everything, small matters too',
  'subscribe.send': 'Subscribe',
  /** The same whether or not the address is known, so that nobody learns who subscribed. */
  'subscribe.sent': (params: { email: string }) =>
    `Nearly done. We sent a link to ${params.email}: open it to confirm. Nothing is sent before that.`,
  'subscribe.confirm.title': 'Confirm your subscription',
  'subscribe.confirm.text': (params: { email: string }) =>
    `Send updates to ${params.email}? This is what was asked for. Choose something else if you like.`,
  'subscribe.confirm.other':
    'If you did not ask for this, close the page. Nothing is sent before somebody confirms it here.',
  'subscribe.confirm.over':
    'Its time is over, and nothing was confirmed. Subscribe again, and we send you a new link.',
  'subscribe.confirm.send': 'Confirm',
  'subscribe.confirmed': 'Confirmed. We’ll write when something changes.',
  'subscribe.change.title': 'Your subscription',
  'subscribe.change.text': (params: { email: string }) => `What we write about to ${params.email}.`,
  'subscribe.change.send': 'Save',
  'subscribe.changed': 'Saved.',
  'subscribe.stop': 'Unsubscribe',
  'subscribe.stop.text': 'You will get no more updates from us.',
  'subscribe.stopped.title': 'You are unsubscribed',
  'subscribe.again': 'Subscribe again',
  'subscribe.link.text':
    'It may have been cut off when it was copied, or the subscription was deleted. You can subscribe again.',
  'subscribe.stopped': 'Nothing more is sent to this address.',

  'refuse.title': 'Did somebody else give us your address?',
  'refuse.text': (params: { email: string }) =>
    `Then we send nothing more to ${params.email}, whoever asks: about no report, and no updates.`,
  'refuse.button': 'This was not me',
  'refuse.done': 'Nothing more is sent to this address',
  'refuse.doneText': (params: { email: string }) =>
    `${params.email} gets no mail from us, whoever asks: about no report, and no updates.`,
  'refuse.back.text': 'Was it pressed by mistake? You can take it back here at any time.',
  'refuse.back.button': 'Send mails to this address again',
  'refuse.back.done': 'We write to this address again',
  'refuse.back.doneText': (params: { email: string }) =>
    `Mails about reports and updates go to ${params.email} again. What was not sent meanwhile is not sent later.`,
};
