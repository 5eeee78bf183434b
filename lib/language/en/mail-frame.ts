/** What mails of several kinds say around their news. `*…*` is set in bold. */
export const mailFrameTexts = {
  'mail.promise': (params: { time: string }) =>
    `We’ll write again *by ${params.time}*, even if nothing has changed.`,
  'mail.where': 'See where it stands',
  'mail.replyRead': 'Reply to this email and a person will read it.',
  'mail.replyUnread': 'Nobody reads replies to this address. To answer us, open your page.',
  'mail.stop': 'Stop these updates',
  'mail.refuse.why': 'We were given this address, and cannot know whether by you.',
  'mail.refuse.label': 'This was not me: send nothing more',
  'mail.stage.INVESTIGATING': 'looking for the cause',
  'mail.stage.IDENTIFIED': 'being fixed',
  'mail.stage.MONITORING': 'fixed, we are watching it',
  'mail.stage.RESOLVED': 'back to normal',
  'mail.heading': (params: { title: string; stage: string }) =>
    `${params.title}${/[.!?…]$/.test(params.title) ? '' : '.'} ${params.stage}`,
  'mail.sent.reporter': (params: { time: string; reference: string }) =>
    `Sent ${params.time} because you reported ${params.reference}.`,
  'mail.sent.subscriber': (params: { time: string; organisation: string }) =>
    `Sent ${params.time} because you subscribed to updates from ${params.organisation}.`,

  'mail.edited.subject': (params: { subject: string }) => `Corrected: ${params.subject}`,
  'mail.edited.text': (params: { time: string }) => `This corrects what we wrote at ${params.time}.`,
  'mail.linked.internal': (params: { severity: string }) =>
    `A person has read your report. We are working on it and treat it as ${params.severity}.`,
  'mail.reopened.again': 'We thought it was fixed, and it is not. We are working on it again.',

  'mail.known.subject': (params: { organisation: string }) =>
    `You already get updates from ${params.organisation}`,
  'mail.known.text':
    'Someone, probably you, asked again for updates to this address. It is confirmed already, and nothing has changed.',
};
