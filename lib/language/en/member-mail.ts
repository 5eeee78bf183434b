type ClockKind = 'ACKNOWLEDGE' | 'FIRST_UPDATE' | 'UPDATE' | 'RESTORE';
type IncidentRole = 'MANAGER' | 'COMMUNICATIONS' | 'SCRIBE' | 'RESOLVER';

const due: Record<ClockKind, string> = {
  ACKNOWLEDGE: 'a person has to read it',
  FIRST_UPDATE: 'the first update',
  UPDATE: 'the next update',
  RESTORE: 'the service has to work again',
};

const roles: Record<IncidentRole, string> = {
  MANAGER: 'incident manager',
  COMMUNICATIONS: 'communications lead',
  SCRIBE: 'scribe',
  RESOLVER: 'resolver',
};

const duties: Record<IncidentRole, string> = {
  MANAGER: 'You lead it from here: you decide, and you see to it that users hear from us in time.',
  COMMUNICATIONS: 'You write to the users and keep the promised times.',
  SCRIBE: 'You keep the timeline: what was seen, decided and done, and when.',
  RESOLVER: 'You look for the fault and work on it.',
};

type Held = IncidentRole | 'OPERATOR' | 'BOOKED' | 'OWNER' | 'TEAM';

const held: Record<Held, string> = {
  MANAGER: 'Incident manager of',
  COMMUNICATIONS: 'Communications lead of',
  SCRIBE: 'Scribe of',
  RESOLVER: 'Resolver of',
  OPERATOR: 'Operator of',
  BOOKED: 'Booked for',
  OWNER: 'Owner of the service',
  TEAM: 'Lead of the team',
};

type Sense = 'LINE' | 'NAMES' | 'IPV6' | 'INTERNET';

const unseen: Record<Sense, string> = {
  LINE: 'nothing',
  NAMES: 'nothing that it knows by name',
  IPV6: 'nothing of IPv6',
  INTERNET: 'nothing beyond its own network',
};

const silent: Record<Sense, string> = {
  LINE: 'none of its monitors',
  NAMES: 'none of its monitors that need a name',
  IPV6: 'none of its monitors over IPv6',
  INTERNET: 'none of its monitors beyond its own network',
};

const causes: Record<Sense, string> = {
  LINE: 'the line of the machine that Standby runs on',
  NAMES: 'the name servers of the machine that Standby runs on',
  IPV6: 'how the machine that Standby runs on reaches IPv6',
  INTERNET: 'how the network that Standby runs in reaches the others',
};

/** Mails to members of the service team about their work. `about` is an incident with its title, or a report. */
export const memberMailTexts = {
  'mail.member.why': (params: { organisation: string }) =>
    `You get this because you are in the service team of ${params.organisation}.`,
  'mail.member.open': (params: { ref: string }) => `Open ${params.ref}`,
  'mail.member.triage': 'Open the triage queue',

  'mail.role.subject': (params: { role: IncidentRole; ref: string; title: string }) =>
    `You are ${roles[params.role]} of ${params.ref}: ${params.title}`,
  'mail.role.text': (params: { role: IncidentRole; ref: string; by: string | null }) =>
    params.by
      ? `${params.by} made you ${roles[params.role]} of ${params.ref}.`
      : `You are now ${roles[params.role]} of ${params.ref}.`,
  'mail.role.duty': (params: { role: IncidentRole }) => duties[params.role],
  'mail.role.promise': (params: { time: string }) => `Users expect the next update *by ${params.time}*.`,

  'mail.takeOver.subject': (params: { name: string; count: number }) =>
    params.count === 1
      ? `Take over from ${params.name}: one thing waits for somebody`
      : `Take over from ${params.name}: ${params.count} things wait for somebody`,
  'mail.takeOver.text': (params: { name: string }) => `${params.name} can not go on with this:`,
  'mail.takeOver.duty': (params: { kind: Held; about: string; title: string | null }) =>
    `${held[params.kind]} ${params.about}${params.title ? `, “${params.title}”` : ''}`,
  'mail.takeOver.next': 'Hand each over to somebody, or take it yourself.',
  'mail.takeOver.open': 'Open the console',

  'mail.blind.subject': (params: { sense: Sense }) => `Standby itself sees ${unseen[params.sense]}`,
  'mail.blind.text': (params: { sense: Sense; time: string }) =>
    `Since ${params.time} ${silent[params.sense]} gets an answer, so it is not the services. *Until that ends, Standby reports no failure of them.*`,
  'mail.blind.next': (params: { sense: Sense }) =>
    `Look at ${causes[params.sense]} first. You hear once more when it sees again.`,
  'mail.sighted.subject': 'Standby sees again',
  'mail.sighted.text': (params: { after: string }) =>
    `It was blind for ${params.after}. What failed meanwhile and still fails is reported now.`,

  'mail.managerAsked.subject': (params: { ref: string; reference: string }) =>
    `${params.ref}: it does not work yet for report ${params.reference}`,
  'mail.managerAsked.NOT_YET': (params: { reference: string }) =>
    `We asked whether it works now, and the reporter of ${params.reference} says: not yet.`,
  'mail.managerAsked.PARTLY': (params: { reference: string }) =>
    `We asked whether it works now, and the reporter of ${params.reference} says: only partly.`,
  'mail.managerAsked.next': 'Look again, and reopen the incident if more people may have it.',

  'mail.clock.risk.subject': (params: { kind: ClockKind; about: string; time: string }) =>
    `At risk: ${params.about}, ${due[params.kind]} by ${params.time}`,
  'mail.clock.risk.text': (params: { kind: ClockKind; time: string }) =>
    `Most of the time is gone: ${due[params.kind]} *by ${params.time}*.`,
  'mail.clock.missed.subject': (params: { kind: ClockKind; about: string; time: string }) =>
    `Missed: ${params.about}, ${due[params.kind]} by ${params.time}`,
  'mail.clock.missed.text': (params: { kind: ClockKind; time: string }) =>
    `The time is over: ${due[params.kind]} *by ${params.time}*.`,

  'mail.promise.missed.subject': (params: { about: string; time: string }) =>
    `Late: ${params.about}, users expected an update by ${params.time}`,
  'mail.promise.missed.text': (params: { time: string }) =>
    `Users were told to expect word *by ${params.time}*, and none has come. Write to them now, even if nothing has changed.`,
};
