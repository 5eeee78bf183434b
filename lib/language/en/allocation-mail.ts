type Aspect = 'NETWORKING' | 'SERVICES' | 'INFRASTRUCTURE' | 'RECOVERY' | 'COMMUNICATION';

const aspects: Record<Aspect, string> = {
  NETWORKING: 'networking',
  SERVICES: 'services',
  INFRASTRUCTURE: 'server infrastructure',
  RECOVERY: 'recovery',
  COMMUNICATION: 'communication',
};

interface About {
  /** The team, where it is one. */
  team: string | null;
  aspect: Aspect;
  /** An incident or a run with its title. */
  about: string;
  ref: string;
}

/** Mails to those who are booked, and to who booked them. */
export const allocationMailTexts = {
  'mail.allocation.asked.subject': (params: About) =>
    `${params.team ? `${params.team} is` : 'You are'} asked for: ${aspects[params.aspect]} on ${params.about}`,
  'mail.allocation.asked.text': (params: About & { by: string | null }) =>
    `${params.by ? `${params.by} asks` : 'The service team asks'} for ${params.team ?? 'you'} on ${params.ref}, to look after ${aspects[params.aspect]}.`,
  'mail.allocation.asked.time': (params: { from: string; until: string }) =>
    `From *${params.from}* until *${params.until}*.`,
  'mail.allocation.asked.answer': 'Accept, or refuse with a reason, so that somebody else can be asked.',
  'mail.allocation.answer': 'Answer in the console',

  'mail.allocation.refused.subject': (params: { name: string; about: string }) =>
    `${params.name} refused: ${params.about}`,
  'mail.allocation.refused.text': (params: { name: string; aspect: Aspect; ref: string }) =>
    `${params.name} cannot look after ${aspects[params.aspect]} on ${params.ref}, and says why:`,
  'mail.allocation.refused.next': 'Ask somebody else.',

  'mail.allocation.released.subject': (params: About) =>
    `${params.team ? `${params.team} is` : 'You are'} released from ${params.about}`,
  'mail.allocation.released.text': (params: About & { by: string | null }) =>
    `${params.by ? `${params.by} released` : 'Standby released'} ${params.team ?? 'you'} from ${aspects[params.aspect]} on ${params.ref}. You are free for something else.`,
};
