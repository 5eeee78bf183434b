import { announcesItself, recoveryNews } from '@/lib/deliveries/mails/reads/recovery';
import { recoveryMails } from '@/lib/deliveries/rules/recovery-mails';
import { recoveryTold } from '@/lib/status/events';
import { type Reaction, when } from './reaction';

export const recoveryReactions: Reaction[] = [
  when(recoveryTold, async (tx, { data, around }) => {
    const { what, runId } = data;
    // Each step is on the status page and the page of the report; mails tell of the beginning and the end.
    if (what === 'STEP' || what === 'WITHDRAWN') return [];
    // Nobody gets two mails of one moment: that of the plan's own announcement carries the times too.
    if (what !== 'STOPPED' && (await announcesItself(tx, runId, what))) return [];
    const news = await recoveryNews(tx, data, around.at);
    return news ? recoveryMails(news, what, around) : [];
  }),
];
