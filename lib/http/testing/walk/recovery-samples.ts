import { newId } from '@/lib/platform/ids';
import * as recovery from './recovery';
import type { Made, Maker, Sample, Samples } from './sample';
import { dataset, monitor, orders, probe, service } from './subjects';

const version = ({ version }: Made) => ({ version });
const reason = 'It is so.';
const archiving = (of: Maker): Sample => ({ of, body: version });

/** How the routes of services, monitors, datasets, plans, runs and suites are called. */
export const recoverySamples: Samples = {
  'GET /services': {},
  'POST /services': { body: () => ({ name: `Shop ${newId()}`, slug: newId() }) },
  'GET /services/:id': { of: service },
  'PATCH /services/:id': { of: service, body: ({ slug, name, version }) => ({ slug, name, version }) },
  'POST /services/:id/archive': archiving(service),

  'PATCH /monitors/:monitorId': {
    of: monitor,
    body: (made) => ({ ...version(made), name: 'Health of it', probe }),
  },
  'POST /monitors/:monitorId/archive': { of: monitor, body: version, once: true },
  'POST /monitors/:monitorId/pause': {
    of: monitor,
    body: (made) => ({ ...version(made), paused: true }),
  },
  'POST /services/:service/monitors': { of: service, body: () => ({ name: 'Health', probe }) },
  'GET /services/:service/monitors': { of: service },

  'POST /datasets': {
    of: service,
    names: ['serviceId'],
    body: ({ serviceId }) => ({ serviceId, ...orders }),
  },
  'POST /datasets/:datasetId/snapshots': { of: dataset, body: recovery.aSnapshot },
  'POST /datasets/:datasetId/snapshots/:snapshotId/accept': {
    of: recovery.shortSnapshot,
    body: () => ({ reason }),
  },
  'PATCH /datasets/:id': { of: dataset, body: (made) => ({ ...version(made), ...orders, keepDays: 7 }) },
  'POST /datasets/:id/archive': archiving(dataset),
  'GET /services/:slug/datasets': { of: service },

  'GET /plans': {},
  'POST /plans': {
    of: service,
    names: ['serviceId'],
    body: ({ serviceId }) => ({ serviceId, kind: 'FAILOVER', name: `Switch ${newId()}` }),
  },
  'GET /plans/:id': { of: recovery.plan },
  'PATCH /plans/:id': { of: recovery.plan, body: (made) => ({ ...version(made), name: 'Switch over' }) },
  'POST /plans/:id/archive': archiving(recovery.plan),
  'PUT /plans/:id/draft': { of: recovery.plan, body: (made) => ({ ...version(made), draft: {} }) },
  'DELETE /plans/:id/draft': {
    ...archiving(recovery.plan),
    unfinished: { status: 412, because: 'a plan that was never published keeps its draft' },
  },
  'POST /plans/:id/publish': { of: recovery.plan, body: version },
  'GET /plans/:id/versions/:number': { of: recovery.planVersion, names: ['id'] },
  'GET /services/:slug/plans': {
    of: service,
    missing: { status: 200, because: 'it is the list of all plans, by the name of a service' },
  },

  'GET /runs': { lists: recovery.startedRun },
  'GET /runs/plans': { lists: recovery.startedRun },
  'POST /runs': {
    of: recovery.runnable,
    names: ['planId'],
    body: ({ planId }) => ({ planId, mode: 'DRILL' }),
  },
  'GET /runs/:ref': { of: recovery.startedRun },
  'POST /runs/:ref/abort': { of: recovery.startedRun, body: () => ({ safeStateNote: 'Nothing was begun.' }) },
  'POST /runs/:ref/begin': { of: recovery.startedRun },
  'POST /runs/:ref/consent': { of: recovery.startedRun, body: () => ({ announces: true }) },
  'POST /runs/:ref/pause': { of: recovery.atPerson },
  'POST /runs/:ref/resume': { of: recovery.paused },
  'POST /runs/:ref/snapshot': {
    of: recovery.atReload,
    names: ['ref'],
    body: ({ snapshotId }) => ({ snapshotId, overrideReason: 'There is no other.' }),
  },
  'POST /runs/:ref/steps/:stepId/approve': { of: recovery.atApproval, body: () => ({ decision: 'APPROVE' }) },
  'POST /runs/:ref/steps/:stepId/confirm': { of: recovery.atPerson },
  'POST /runs/:ref/steps/:stepId/decide': {
    of: recovery.atUnknown,
    body: () => ({ decision: 'DONE', note: 'Looked at the front.' }),
  },
  'POST /runs/:ref/steps/:stepId/retry': { of: recovery.atFailure },
  'POST /runs/:ref/steps/:stepId/skip': { of: recovery.atPerson, body: () => ({ reason }) },
  'POST /runs/:ref/take-over': { of: recovery.startedRun },

  'GET /suites': {},
  'POST /suites': {
    of: service,
    names: ['serviceId'],
    body: ({ serviceId }) => ({ serviceId, name: `What customers do ${newId()}` }),
  },
  'GET /suites/:suiteId': { of: recovery.suite },
  'PATCH /suites/:suiteId': { of: recovery.suite, body: (made) => ({ ...version(made), name: 'Readers' }) },
  'POST /suites/:suiteId/archive': archiving(recovery.suite),
  'POST /suites/:suiteId/baselines': { of: recovery.suite, body: () => ({ address: recovery.front() }) },
  'POST /suites/:suiteId/cases': { of: recovery.suite, body: () => recovery.oneCase },
  'PATCH /suites/:suiteId/cases/:caseId': {
    of: recovery.suite,
    body: (made) => ({ ...version(made), ...recovery.oneCase, name: 'Its items' }),
  },
  'DELETE /suites/:suiteId/cases/:caseId': { of: recovery.suite, body: version, once: true },
  'PUT /suites/:suiteId/order': { of: recovery.suite, body: ({ caseId }) => ({ caseIds: [caseId] }) },
  'POST /suites/:suiteId/replays': { of: recovery.suite, body: () => ({ address: recovery.front() }) },
  'GET /suites/:suiteId/replays/:replayId': { of: recovery.waitingReplay },
  'DELETE /suites/:suiteId/replays/:replayId': { of: recovery.waitingReplay },
  'GET /suites/:suiteId/replays/:replayId/cases/:caseId': { of: recovery.differing },
  'PUT /suites/:suiteId/replays/:replayId/cases/:caseId/explanation': {
    of: recovery.differing,
    body: () => ({ explanation: 'Tea is all that is left.' }),
  },
  'POST /suites/:suiteId/volatile': {
    of: recovery.suite,
    body: ({ caseId }) => ({ cases: [{ caseId, headers: ['date'] }] }),
  },
};
