import type { Area } from '@/lib/services/schema';

interface DefaultTemplate {
  id: string;
  area: Area;
  name: string;
  instruction: string;
}

const id = (last: number) => `01980000-0000-7000-8000-0000000c0d0${last}`;

/** What people look at by hand, in every installation until somebody changes it. Ids never change. */
export const defaultTemplates: readonly DefaultTemplate[] = [
  {
    id: id(1),
    area: 'NETWORKING',
    name: 'Firewall, router and load balancer changes of the last 24 hours',
    instruction:
      'Read the change log and ask whoever was on call. Undoing the last change is often quickest.',
  },
  {
    id: id(2),
    area: 'NETWORKING',
    name: 'Reached from outside our own network',
    instruction:
      'Open it on a phone without Wi-Fi, or ask a reporter elsewhere. Standby looks from one place only.',
  },
  {
    id: id(3),
    area: 'SERVICES',
    name: 'Releases and configuration changes of the last 24 hours',
    instruction:
      'What was released, by whom, and can it be taken back? Feature switches and settings count too.',
  },
  {
    id: id(4),
    area: 'SERVICES',
    name: 'Errors in the logs since it began',
    instruction:
      'Look at the first error, not at the last: it is usually nearest to the cause. Copy it into the note.',
  },
  {
    id: id(5),
    area: 'SERVICES',
    name: 'Queues and scheduled jobs are moving',
    instruction:
      'A queue that only grows, or a job that did not end last night, shows what is stuck behind it.',
  },
  {
    id: id(6),
    area: 'INFRASTRUCTURE',
    name: 'Processor, memory and disks of the servers',
    instruction: 'Full disks, swapping, a process that was killed. Compare with the same hour of yesterday.',
  },
  {
    id: id(7),
    area: 'INFRASTRUCTURE',
    name: 'Hardware, power and temperature warnings',
    instruction: 'Controller lights, power supplies, the room. Ask the site if nobody of us is there.',
  },
  {
    id: id(8),
    area: 'INFRASTRUCTURE',
    name: 'The secondary could take over now',
    instruction:
      'It is up, in step, big enough, and nothing is planned on it. Say so before anybody needs it.',
  },
];
