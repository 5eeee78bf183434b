import type { Tx } from '@/lib/database/db';
import { monitorsSighted, monitorsStayedBlind } from '@/lib/monitors/events';
import { roundedDuration } from '@/lib/platform/rules/duration';
import { to } from '@/lib/platform/rules/to';
import { managersOrAdmins } from './facts/members';
import { memberMail } from './parts/member-mail';

const ofStandby = async (tx: Tx) => ({
  incident: null,
  path: to('/home'),
  people: await managersOrAdmins(tx),
});

/** Nobody hears of a failure while Standby itself sees nothing, so the managers hear that. */
export const stayedBlindMail = memberMail({
  when: monitorsStayedBlind,
  purpose: 'standby-blind',
  facts: async (tx, { data: { sense, since } }) => ({
    ...(await ofStandby(tx)),
    sense,
    since: new Date(since),
  }),
  words: ({ sense, since }, { t, when }) => ({
    subject: t('mail.blind.subject', { sense }),
    texts: [t('mail.blind.text', { sense, time: when(since) }), t('mail.blind.next', { sense })],
    button: t('mail.takeOver.open'),
  }),
});

/** Whoever was told that it lasts hears that it is over. */
export const sightedMail = memberMail({
  when: monitorsSighted,
  purpose: 'standby-sighted',
  facts: async (tx, { data: { told, since, toldSince, until } }) => {
    const seconds = (Date.parse(until) - Date.parse(toldSince ?? since)) / 1_000;
    return told ? { ...(await ofStandby(tx)), seconds } : null;
  },
  words: ({ seconds }, { t }) => ({
    subject: t('mail.sighted.subject'),
    texts: [t('mail.sighted.text', { after: roundedDuration(seconds) })],
    button: t('mail.takeOver.open'),
  }),
});
