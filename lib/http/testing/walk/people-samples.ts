import { testPassword } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { settingsInForce } from '@/lib/settings/in-force';
import type { Caller } from './callers';
import * as make from './people';
import type { Made, Samples } from './sample';
import { incident, overdue } from './subjects';

const password = 'nine loud owls by moonlight';
const version = ({ version }: Made) => ({ version });
const address = () => `${newId()}@example.org`;
const isMember = ({ actor }: Caller) => actor.kind === 'member';
const settings = async () => ({ version: (await settingsInForce()).version });
const emptyAnswer = { status: 200, because: 'nobody has sessions who is not there' };

/** How the routes of people, resources, mails, subscribers, settings and the door itself are called. */
export const peopleSamples: Samples = {
  'GET /audit': {},
  'GET /audit/verify': {},
  'GET /home': { lists: incident },
  'GET /home/frame': { lists: overdue },
  'GET /health': {},
  'POST /health/concerns/settle': {
    of: make.unknownProxy,
    names: [],
    body: ({ says }) => ({ name: 'unknown proxy', says, why: 'It is no proxy of ours.' }),
  },

  'GET /automation/endpoints': {},
  'POST /automation/endpoints': {
    body: () => ({ name: `Front ${newId()}`, url: `http://10.0.0.1/${newId()}`, mode: 'LIVE' }),
  },
  'PATCH /automation/endpoints/:id': {
    of: make.endpoint,
    body: (made) => ({ ...version(made), timeoutSeconds: 20 }),
  },
  'POST /automation/endpoints/:id/archive': { of: make.endpoint, body: version },
  'POST /automation/endpoints/:id/secret': { of: make.endpoint, body: version },
  'POST /automation/call-backs/:token': { of: async () => ({ token: 'x'.repeat(43) }), answers: () => 404 },

  'GET /keys': {},
  'POST /keys': { body: () => ({ name: 'Night shift', role: 'USER' }) },
  'DELETE /keys/:keyId': { of: make.apiKey, once: true },
  'GET /members': {},
  'POST /members': { body: () => ({ email: address(), role: 'USER' }) },
  'GET /members/:memberId': { of: make.account },
  'PATCH /members/:memberId': { of: make.account, body: (made) => ({ ...version(made), knows: ['DNS'] }) },
  'POST /members/:memberId/disable': { of: make.keyMaker, body: ({ keyId }) => ({ exceptKeys: [keyId] }) },
  'POST /members/:memberId/enable': { of: make.disabled },
  'PUT /members/:memberId/password': {
    of: make.account,
    body: () => ({ current: testPassword, password }),
    asTwin: true,
  },
  'PUT /members/:memberId/role': {
    of: make.keyMaker,
    body: (made) => ({ ...version(made), role: 'USER', exceptKeys: [made.keyId] }),
  },
  'GET /members/:memberId/sessions': { of: make.account, missing: emptyAnswer },
  'DELETE /members/:memberId/sessions': { of: make.account, asTwin: true, missing: emptyAnswer },
  'DELETE /session/:sessionId': { of: make.session, once: true },
  'DELETE /members/invitations/:invitationId': { of: make.invitation, once: true },
  'POST /members/invitations/accept': {
    of: make.invitation,
    names: ['token'],
    body: ({ token }) => ({ token, name: 'Ruth', password }),
    once: true,
  },
  'GET /members/options': {},
  'POST /members/password-resets': { body: (_, { person }) => ({ email: person?.email ?? address() }) },
  'POST /members/password-resets/use': {
    of: make.reset,
    names: ['token'],
    body: ({ token }) => ({ token, password }),
    once: true,
  },
  'GET /teams': {},
  'POST /teams': { body: () => ({ name: `Team ${newId()}` }) },
  'PATCH /teams/:teamId': { of: make.team, body: (made) => ({ ...version(made), capacity: 2 }) },

  'POST /allocations': {
    of: make.resourceAndIncident,
    names: ['resourceId'],
    body: ({ resourceId, ref }) => ({ resourceId, ref, aspect: 'RECOVERY', minutes: 30 }),
  },
  'POST /incidents/:ref/allocations': {
    of: make.resourceAndIncident,
    body: ({ resourceId }) => ({ resourceId, aspect: 'RECOVERY', minutes: 30 }),
  },
  'GET /incidents/:ref/allocations': { of: incident },
  'POST /allocations/:allocationId/accept': { of: make.allocation },
  'POST /allocations/:allocationId/extend': {
    of: make.acceptedAllocation,
    body: ({ later }) => ({ until: later }),
  },
  'POST /allocations/:allocationId/refuse': { of: make.allocation, body: () => ({ reason: 'I am away.' }) },
  'POST /allocations/:allocationId/release': { of: make.acceptedAllocation },
  'GET /allocations/mine': {},
  'GET /resources': {},
  'POST /resources': { body: () => ({ kind: 'EQUIPMENT', name: `Controller ${newId()}` }) },
  'PATCH /resources/:resourceId': {
    of: make.resource,
    body: (made) => ({ ...version(made), detail: 'In the cellar.' }),
  },
  'POST /resources/:resourceId/archive': { of: make.resource, body: version, once: true },

  'GET /deliveries': {},
  'GET /deliveries/:id': { of: make.deadDelivery },
  'GET /deliveries/:id/mail': { of: make.deadDelivery },
  'POST /deliveries/:id/allow-address': { of: make.suppressedMail, once: true },
  'POST /deliveries/:id/give-up': { of: make.deadDelivery },
  'POST /deliveries/:id/retry': { of: make.deadDelivery },
  'POST /deliveries/refuse': { of: make.unconfirmedMail, names: [], body: ({ token }) => ({ token }) },
  'POST /deliveries/retry': {},
  'POST /deliveries/withdraw-refusal': {
    of: make.unconfirmedMail,
    names: [],
    body: ({ token }) => ({ token }),
  },
  'GET /subscribers': {},
  'POST /subscribers': { body: () => ({ email: address() }) },
  'GET /subscribers/:subscriberId': { of: make.subscriber },
  'DELETE /subscribers/:subscriberId': { of: make.subscriber },

  'GET /settings': {},
  'GET /settings/versions': {},
  'PATCH /settings': {
    of: settings,
    names: [],
    body: (made) => ({ ...version(made), reason: 'A test', links: { resetMinutes: 30 } }),
  },
  'PATCH /settings/clocks': {
    of: settings,
    names: [],
    body: (made) => ({ ...version(made), reason: 'A test', atRisk: 0.7 }),
  },

  'GET /session': { answers: (caller) => (isMember(caller) ? 200 : 401) },
  'POST /session': {
    body: (_, { person }) => ({ email: person?.email ?? address(), password: testPassword }),
    asTwin: true,
    answers: (caller) => (isMember(caller) ? 201 : 401),
  },
  'DELETE /session': { asTwin: true, answers: () => 204 },
  // What its caller may not hear is refused within the stream.
  'GET /live/browser': { query: 'of=member/nobody,link/nothing', answers: () => 200 },
  'GET /live': {
    answers: ({ actor }) => {
      if (actor.kind === 'anonymous') return 401;
      return actor.kind === 'member' && actor.role !== 'USER' ? 200 : 403;
    },
  },
  'GET /openapi.json': { answers: () => 200 },
  'GET /docs': { answers: () => 200 },
};
