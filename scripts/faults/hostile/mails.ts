import { finding } from '@/scripts/faults/finding';
import { pause } from '@/scripts/trial/wait';
import { type Assault, each, network, send, tally } from './assault';

const victim = 'victim@mailbox.example';
const lure = 'Your account is locked, visit evil.example';
/** What docs/limits.md allows one mailbox of all that strangers ask for. */
const mostMails = 12;

export const oneMailbox: Assault = {
  name: 'one-mailbox',
  title: 'Mails to one mailbox, asked for by 40 networks in every way there is',
  run: async (ground) => {
    const arrived: string[] = [];
    const { server } = ground.sink;
    const before = server.onArrival;
    server.onArrival = (mail) => {
      if (mail.to.includes(victim)) arrived.push(mail.raw);
      return before(mail);
    };
    const report = {
      service: 'printing',
      experience: 'UNUSABLE',
      description: lure,
      name: lure,
      email: victim,
    };
    const ways = [
      { path: '/api/v1/subscribers', body: { email: victim } },
      { path: '/api/v1/reports', body: report },
      { path: '/api/v1/reports', body: { ...report, email: victim.replace('victim', 'Victim') } },
      { path: '/api/v1/members/password-resets', body: { email: victim } },
    ];
    const statuses = await each(160, 8, async (number) => {
      const { path, body } = ways[number % 4] as (typeof ways)[number];
      return await send(ground, path, { body, headers: network(10_000 + (number >> 2)) });
    });
    await pause(15_000);
    server.onArrival = before;
    const decoded = arrived.map((raw) => raw.replaceAll(/=\r?\n/g, ''));
    const luring = decoded.filter((raw) => raw.includes('evil.example')).length;
    return [
      finding(
        `${mostMails} mails are sent at most`,
        arrived.length > 0 && arrived.length <= mostMails,
        `${arrived.length} mails; ${tally(statuses)}`,
      ),
      finding('none carries the words of who asked', luring === 0, `${luring} of ${arrived.length}`),
    ];
  },
};
