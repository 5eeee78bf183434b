import { policy } from '@/lib/platform/policy';

/** A report is own to its reporter, to the member who filed it, and, for reading, to developers of its service. */
export const reportPolicy = policy({
  'report.file': {
    yes: ['ANONYMOUS', 'USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'],
    key: true,
  },
  'report.fileForOther': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'report.read': {
    yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM'],
    own: ['REPORTER', 'USER', 'DEVELOPER'],
    key: true,
  },
  'report.list': { yes: ['RESPONDER', 'MANAGER', 'ADMIN'], own: ['USER', 'DEVELOPER'], key: true },
  'report.attach': {
    yes: ['RESPONDER', 'MANAGER'],
    own: ['REPORTER', 'USER', 'DEVELOPER', 'ADMIN'],
    key: true,
  },
  'report.reply': {
    yes: ['SYSTEM'],
    own: ['REPORTER', 'USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'],
  },
  'report.answer': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'report.ask': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'report.decline': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'report.link': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'report.confirm': { yes: ['RESPONDER', 'MANAGER'], own: ['REPORTER', 'USER', 'DEVELOPER', 'ADMIN'] },
  'report.correct': { yes: [], own: ['REPORTER', 'USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] },
  'report.markRead': {
    yes: ['RESPONDER', 'MANAGER'],
    own: ['REPORTER', 'USER', 'DEVELOPER', 'ADMIN'],
  },
  'report.release': { yes: ['RESPONDER', 'MANAGER'], own: ['REPORTER'] },
  'report.mailLink': {
    yes: ['ANONYMOUS', 'REPORTER', 'USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'],
  },
  'triage.read': { yes: ['RESPONDER', 'MANAGER', 'ADMIN'], key: true },
  'triage.claim': { yes: ['RESPONDER', 'MANAGER'] },
});
