import { counted } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';
export const reportFormTexts = {
  'report.title': 'Report a problem',
  'report.lead': 'Tell us what you see. You don’t need to know what is wrong, and you can’t report too much.',
  'report.service': 'Which service is it?',
  'report.service.unsure': 'I’m not sure',
  'report.service.unsureHint': 'Tell us what you see instead.',
  'report.incomplete': 'Please look at what is marked.',
  'report.service.missing': 'Choose the service, or “I’m not sure”.',

  'report.known': 'We already know about this',
  'report.known.text': (params: { service: string; since: string; count: number }) =>
    `${params.service} has had trouble since ${params.since}, and ${counted(params.count, 'person has', 'people have')} told us.`,
  'report.known.add': 'Add mine to this',
  'report.known.different': 'Mine is different',
  /** What a report says that was added without words. */
  'report.known.same': 'The same happens to me.',
  'report.known.ask': 'Say whether yours is the same: “Add mine to this” or “Mine is different”.',
  'report.known.added': 'Yours is added to it. Send it as it is, or say below what differs for you.',
  'report.known.hint': 'Adding yours helps us see who is affected.',

  'report.experience': 'What is it like?',
  'report.experience.UNUSABLE': 'I can’t use it at all',
  'report.experience.SLOW_OR_PARTS': 'It’s very slow, or part of it is missing',
  'report.experience.MISBEHAVES': 'It works, but something isn’t right',
  'report.experience.SMALL': 'A small thing',
  'report.experienceHint.UNUSABLE': 'It won’t open, or nothing loads.',
  'report.experienceHint.SLOW_OR_PARTS': 'I can do some of my work, with difficulty.',
  'report.experienceHint.MISBEHAVES': 'A page, button or result is not behaving as it should.',
  'report.experienceHint.SMALL': 'It doesn’t stop me, but you should know.',
  'report.slow': 'It is slow everywhere, and nothing is missing',

  'report.noticed': 'When did you first notice?',
  'report.noticed.JUST_NOW': 'Just now',
  'report.noticed.EARLIER_TODAY': 'Earlier today',
  'report.noticed.BEFORE_TODAY': 'Before today',
  'report.noticed.NOT_SURE': 'Not sure',
  'report.noticedTime': 'About what time?',
  'report.noticedDate': 'Which day?',

  'report.description': 'What happens?',
  'report.description.hint':
    'What were you doing, and what did you see? Copy any error message word for word.',

  'report.affected': 'How many people does it affect?',
  'report.affected.ONLY_ME': 'Only me',
  'report.affected.A_FEW': 'A few of us',
  'report.affected.MY_TEAM': 'My whole team or office',
  'report.affected.EVERYONE': 'Everyone I know of',
  'report.affected.NOT_SURE': 'Not sure',
  'report.affectedWhere': 'Where are you?',
  'report.affectedWhere.hint': 'The office, the building or “at home”.',

  'report.files': 'Add a screenshot',
  'report.files.hint': 'PNG or JPEG, up to 10 MB. Cover any personal details first.',
  'report.added': 'What we add for you',
  'report.added.text':
    'Your browser and its version, the page you came from, and the time. Never your password or what is on your screen.',

  'report.contact': 'How can we reach you?',
  'report.contact.name': 'Your name',
  'report.contact.email': 'Email',
  'report.contact.hint': 'Only to send updates about this report and to ask a question if we need to.',
  'report.contact.updates': 'Send me every update until it works again',

  /** Of each detail that is stored, wherever it is shown. */
  'report.detail.claimedSeverity': 'What it is like',
  'report.detail.slow': 'Slow everywhere',
  'report.detail.title': 'Title',
  'report.detail.service': 'Service',
  'report.detail.description': 'What happens',
  'report.detail.sinceAt': 'Since',
  'report.detail.sincePrecision': 'Since',
  'report.detail.sinceText': 'Since',
  'report.detail.affected': 'Affected',
  'report.detail.affectedCount': 'Affected',
  'report.detail.affectedWhere': 'Where',
  'report.detail.reporterName': 'Name',
  'report.detail.reporterEmail': 'Email',
  'report.detail.wantsUpdates': 'Updates',
  'report.detail.people': (params: { count: number }) =>
    params.count === 1 ? 'One person' : `About ${params.count} people`,
  'report.detail.noEmail': 'None: updates on the private page only',
  'report.detail.everyUpdate': 'For every update',
  'report.detail.onlyQuestions': 'Only for a question',

  'report.send': 'Send report',
  'report.sending': 'Sending',
  'report.send.hint': 'You’ll get a reference number straight away.',
  'report.next': 'What happens next',
  'report.next.reference': 'You get a reference number and a page to follow it.',
  'report.next.read': 'A person reads it.',
  'report.next.readTime': (params: { minutes: number }) =>
    `Today that is taking about ${exactDuration(params.minutes * 60)}.`,
  'report.next.tell': 'We tell you what we find, and when to expect the next word.',
  'report.risk': 'Is someone at risk?',
  'report.risk.text': (params: { phone: string }) =>
    `Don’t wait for a form. Call the service desk on ${params.phone} and say “urgent”.`,
  'report.draft': (params: { time: string }) =>
    `Saved on this device at ${params.time}. If you lose your connection, we’ll send it when you are back.`,
  'report.draft.title': 'Your draft is safe',
  /** Read by programs that fill forms only. */
  'report.decoy': 'Leave this empty',

  'report.queued':
    'You are not connected. Your report is kept on this device and is sent by itself when you are back.',
  'report.interrupted.title': 'Your report was on its way when this page was left',
  'report.interrupted':
    'Nobody can say here whether it arrived. Send it again: it stays one report, even if the first one came through.',
  'report.interrupted.pictures': 'Choose your pictures again, because a browser forgets them.',
  'report.again': 'Is this the same problem?',
  'report.again.ask': (params: { ref: string }) =>
    `You sent ${params.ref} from this form. Say whether this corrects it, or is about something else.`,
  'report.again.correct': 'Correct the first one',
  'report.again.new': 'It is another problem',
  'report.queued.pictures': 'Pictures are not kept: add them on the page of your report.',
  'report.queue.waiting': 'A report waits to be sent.',
  'report.queue.later': 'It is sent by itself when you are connected. Written at',
  'report.queue.drop': 'Do not send it',
  'report.queue.sent': 'Your waiting report was sent.',

  'report.sent.title': (params: { name: string | null }) =>
    params.name ? `Thank you, ${params.name}. We have it.` : 'Thank you. We have it.',
  'report.sent.at': (params: { time: string }) => `Sent at ${params.time}.`,
  'report.sent.joined': (params: { time: string; title: string }) =>
    `Sent at ${params.time} and added to “${params.title}”.`,
  'report.sent.spooled':
    'We have it, and it is kept safely. Our database is being brought back: your page opens as soon as it is stored.',
  'report.sent.held':
    'Please open the link we have just sent to your address. Then a person reads your report.',
  'report.sent.reference': 'Your reference',
  'report.sent.link':
    'Your report has a page of its own. Keep its address: it is private to you, and your way back.',
  'report.sent.follow': 'Follow this report',
  'report.sent.now': 'What happens now',
  'report.sent.people': (params: { count: number; manager: string | null }) => {
    const one =
      params.count === 1
        ? 'You are the first on this incident.'
        : `You are one of ${params.count} people on this incident.`;
    return params.manager ? `${one} ${params.manager} is leading it.` : one;
  },
  'report.sent.read': 'A person reads it and decides what to do. You see it on your page.',
  'report.sent.nextBy': 'The next update is due by',
  'report.sent.sendTo': (params: { email: string }) => `We’ll send it to ${params.email}.`,
  'report.sent.mail': (params: { email: string }) =>
    `The link to your page is on its way to ${params.email}.`,
  'report.sent.reply': 'If something changes for you, write to us on your page. A person will read it.',
  'report.confirm.title': 'Is this report yours?',
  'report.confirm.text': (params: { reference: string }) =>
    `Confirm that you sent report ${params.reference}. Then a person reads it.`,
  'report.confirm.other':
    'If you did not write it, close the page. Nobody reads it before somebody confirms it here.',
  'report.confirm.button': 'Yes, it is mine',
  'report.confirm.done': 'Thank you. A person reads it next.',
  'report.confirm.doneText': (params: { reference: string }) =>
    `Report ${params.reference} is with the team. Its page is behind the link that you got when you sent it.`,
  'report.copy': 'Copy',
  'report.copyLink': 'Copy the private link',
  'report.notSent': 'It was not sent yet',
  'services.search': 'Search the services',
  'services.found': (params: { found: number; count: number }) =>
    `${params.found} of ${params.count} services`,
  'services.all': (params: { count: number }) => `Show all ${params.count} services`,
  'report.copied': 'Copied',
  'report.notCopied': 'Select it and copy it',
};
