interface AboutReport {
  reference: string;
  /** None when the reporter was not sure. */
  service: string | null;
}

const about = (service: string | null) => (service ? ` about ${service}` : '');

/** Mails to the person who reported. Subjects carry no word of a user: those could be anything. */
export const reportMailTexts = {
  'mail.greeting': (params: { name: string | null }) => (params.name ? `Hello ${params.name},` : 'Hello,'),
  'mail.open': 'Open your report',
  'mail.private': 'This link is private to you: whoever has it can read your report and answer for you.',
  'mail.from': (params: { organisation: string }) => `The service team of ${params.organisation}`,

  'mail.receipt.subject': (of: AboutReport) => `We have your report ${of.reference}${about(of.service)}`,
  'mail.receipt.text': (of: AboutReport & { time: string }) =>
    `We received your report${about(of.service)} at ${of.time}. Its reference is ${of.reference}.`,
  'mail.receipt.next': 'A person reads it next and tells you here what we find.',
  'mail.receipt.known': (params: { title: string }) =>
    `We already know about this and are working on it: ${params.title}.`,
  'mail.receipt.follow': 'Follow it, add to it and answer us on your page:',
  'mail.receipt.risk': (params: { phone: string }) =>
    `If someone is at risk, don’t wait: call the service desk on ${params.phone} and say “urgent”.`,

  'mail.confirmReport.subject': 'Please confirm your report',
  'mail.confirmReport.text':
    'We get very many reports right now, so please confirm that this one is yours. Then a person reads it.',
  'mail.confirmReport.button': 'Confirm my report',

  'mail.link.subject': (of: { reference: string }) => `Your link to report ${of.reference}`,
  'mail.link.text':
    'Someone, probably you, asked for a new link to this report. The links before it work until you use this one.',
  'mail.link.other': 'If it was not you, there is nothing to do: only you get this mail.',

  'mail.question.subject': (of: { reference: string }) => `A question about your report ${of.reference}`,
  'mail.question.text': 'We looked at your report and need your help to go on:',
  'mail.question.button': 'Answer on your page',
  'mail.question.clock': 'We go on as soon as you have answered.',

  'mail.answer.subject': (of: { reference: string }) => `We wrote to you about report ${of.reference}`,
  'mail.answer.text': (params: { name: string | null }) =>
    params.name ? `${params.name} from the service team wrote:` : 'The service team wrote:',

  'mail.linked.subject': (of: AboutReport) => `We are working on your report ${of.reference}`,
  'mail.linked.text': (params: { title: string; severity: string }) =>
    `A person has read your report. It is part of “${params.title}”, which we treat as ${params.severity}.`,

  'mail.declined.subject': (of: { reference: string }) => `Our answer to your report ${of.reference}`,
  'mail.declined.text':
    'A person has read your report, and we will not open an incident for it. This is why:',
  'mail.declined.disagree': 'If you see it differently, tell us on your page. A person reads it.',

  'mail.regraded.subject': (params: { service: string; severity: string }) =>
    `${params.service}: we now treat this as ${params.severity}`,
  'mail.regraded.text': (params: { from: string; to: string; meaning: string }) =>
    `We treated it as ${params.from} and now treat it as ${params.to}. That means: ${params.meaning}`,
  'mail.regraded.reason': 'This is why:',

  'mail.fixed.subject': (params: { service: string }) => `${params.service}: is it working for you now?`,
  'mail.fixed.text': (params: { time: string }) => `We think it works again since ${params.time}.`,
  'mail.fixed.ask': 'Please tell us whether it works for you. “Not yet” goes straight to the lead.',
  'mail.fixed.button': 'Tell us',

  'mail.reopened.subject': (params: { service: string }) => `${params.service}: we are working on it again`,
};
