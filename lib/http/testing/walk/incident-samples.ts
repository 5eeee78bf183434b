import { reportPolicy } from '@/lib/reports/policy';
import { rawReport } from '@/lib/reports/testing/people-and-incidents';
import type { Made, Samples } from './sample';
import * as make from './subjects';

const reason = 'It is so.';
const version = ({ version }: Made) => ({ version });
const because = () => ({ reason });
const next = make.soon;

const changed = (made: Made) => ({ ...version(made), affectedWhere: 'The second floor' });
const files = { of: make.report, query: 'name=page.png', body: () => make.pictureBytes };

/** How the routes of reports, triage, incidents and investigation are called. */
export const incidentSamples: Samples = {
  'GET /reports': { lists: make.report },
  'GET /reports/:ref': { of: make.report },
  'PATCH /reports/:ref': { of: make.report, body: changed },
  'POST /reports/:ref/answers': { of: make.report, body: () => ({ text: 'We look at it.' }) },
  'POST /reports/:ref/confirm': { of: make.report, body: () => ({ answer: 'WORKS' }) },
  'POST /reports/:ref/files': files,
  'GET /reports/:ref/files/:fileId': { of: make.reportWithFile },
  'POST /reports/:ref/read': { of: make.report },
  'POST /reports/:ref/release': { of: make.report },
  'POST /reports/:ref/replies': { of: make.report, body: () => ({ text: 'Still so.' }) },
  'POST /reports/for-other': { body: () => rawReport() },
  'POST /reports': { body: () => rawReport({ email: 'dana@example.org' }) },
  'POST /tracking': {
    of: make.report,
    names: ['ref'],
    body: ({ ref, email }) => ({ ref, email }),
    missing: { status: 204, because: 'nobody learns which references there are' },
  },

  'GET /tracking/:token': { of: make.report },
  'PATCH /tracking/:token': { of: make.report, body: changed },
  'POST /tracking/:token/confirm': { of: make.report, body: () => ({ answer: 'WORKS' }) },
  'POST /tracking/:token/files': files,
  'GET /tracking/:token/files/:fileId': { of: make.reportWithFile },
  'POST /tracking/:token/read': { of: make.report },
  'POST /tracking/:token/replies': { of: make.report, body: () => ({ text: 'Still so.' }) },
  'GET /tracking/:token/live': { of: make.report, row: reportPolicy['report.read'] },

  'GET /triage': {},
  'GET /triage/reports/:ref': { of: make.report },
  'POST /triage/reports/:ref/ask': { of: make.report, body: (made) => ({ ...version(made), text: 'Why?' }) },
  'POST /triage/reports/:ref/decline': { of: make.report, body: (made) => ({ ...version(made), reason }) },
  'POST /triage/reports/:ref/link': {
    of: make.reportAndIncident,
    body: ({ incidentRef, version }) => ({ incidentRef, version }),
  },
  'POST /triage/reports/:ref/open': { of: make.report },

  'GET /incidents': { lists: make.incident },
  'POST /incidents': {
    of: make.service,
    names: ['serviceId'],
    body: ({ serviceId }) => ({ title: 'The shop is away', severity: 'CRITICAL', services: [{ serviceId }] }),
  },
  'GET /incidents/:ref': { of: make.incident },
  'POST /incidents/:ref/advance': { of: make.incident, body: () => ({ to: 'INVESTIGATING' }) },
  'POST /incidents/:ref/close': { of: make.resolved },
  'POST /incidents/:ref/notes': { of: make.incident, body: () => ({ text: 'The fan is loud.' }) },
  'POST /incidents/:ref/promise': { of: make.incident, body: () => ({ next: { minutes: 45 }, reason }) },
  'POST /incidents/:ref/regrade': { of: make.incident, body: () => ({ severity: 'SEVERE', reason }) },
  'POST /incidents/:ref/reopen': { of: make.resolved, body: () => ({ to: 'INVESTIGATING', reason, next }) },
  'GET /incidents/:ref/reports': { of: make.incident },
  'GET /incidents/:ref/recipients': { of: make.incident },
  'GET /incidents/:ref/timeline': { of: make.incident },
  'POST /incidents/:ref/resolve': { of: make.incident, body: () => ({ text: 'It works again.', reason }) },
  'POST /incidents/:ref/roles': {
    of: async (owner) => ({ ...(await make.incident(owner)), memberId: (await make.lead()).id }),
    body: ({ memberId }) => ({ role: 'SCRIBE', memberId }),
  },
  'DELETE /incidents/:ref/roles/:role/:memberId': { of: make.held, names: ['ref'], once: true },
  'POST /incidents/:ref/services': {
    of: async (owner) => ({ ...(await make.incident(owner)), serviceId: (await make.service(null)).id }),
    body: ({ serviceId }) => ({ serviceId }),
  },
  'PATCH /incidents/:ref/services/:serviceId': {
    of: make.incident,
    body: () => ({ status: 'DEGRADED', reason }),
  },
  'DELETE /incidents/:ref/services/:serviceId': { of: make.onTwoServices, body: because, once: true },
  'POST /incidents/:ref/updates': {
    of: make.incident,
    body: () => ({ audience: 'PUBLIC', text: 'We restart it now.', next }),
  },
  'POST /incidents/:ref/visibility': { of: make.incident, body: () => ({ visibility: 'INTERNAL', reason }) },
  'GET /updates/:id': { of: make.update },
  'PATCH /updates/:id': { of: make.update, body: () => ({ version: 1, text: 'We restart it.', reason }) },

  'GET /check-templates': {},
  'POST /check-templates': { body: () => ({ area: 'SERVICES', name: 'Releases of today' }) },
  'PATCH /check-templates/:id': {
    of: make.checkTemplate,
    body: (made) => ({ ...version(made), area: 'SERVICES', name: 'Releases of the week' }),
  },
  'POST /check-templates/:id/archive': { of: make.checkTemplate, body: version, once: true },
  'GET /checks/:id': { of: make.check },
  'POST /checks/:id/assign': {
    of: make.check,
    body: (made) => ({ ...version(made), assigneeId: null }),
  },
  'POST /checks/:id/record': { of: make.check, body: (made) => ({ ...version(made), outcome: 'OK' }) },
  'POST /checks/:id/run': { of: make.doneCheck },
  'POST /checks/:id/skip': { of: make.check, body: version },
  'GET /findings': { lists: make.serviceFinding },
  'POST /findings/:id/confirm': { of: make.finding, body: version },
  'POST /findings/:id/rule-out': { of: make.finding, body: version },
  'POST /findings/:id/settle': {
    of: make.serviceFinding,
    body: (made) => ({ ...version(made), how: 'Fenced, and its orders were entered by hand.' }),
    once: true,
  },
  'GET /incidents/:ref/checks': { of: make.incident },
  'POST /incidents/:ref/checks': { of: make.incident, body: () => ({ area: 'NETWORKING', name: 'Cables' }) },
  'POST /incidents/:ref/checks/create-checklist': { of: make.incident },
  'POST /incidents/:ref/checks/run': { of: make.incident },
  'POST /incidents/:ref/findings': {
    of: make.incident,
    body: () => ({ area: 'SERVICES', sentence: 'The release of noon.' }),
  },
};
