import { policy } from '@/lib/platform/policy';

/** A report is own to its reporter, to the member who filed it, and, for reading, to developers of its service. */
export const reportPolicy = policy({
  'report.file': {
    yes: ['ANONYMOUS', 'USER', 'DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'],
    key: true,
  },
  'report.fileForOther': { yes: ['RESPONDER'], key: true },
  'report.read': {
    yes: ['RESPONDER', 'SYSTEM'],
    own: ['REPORTER', 'USER', 'DEVELOPER'],
    key: true,
  },
  'report.list': { yes: ['RESPONDER'], own: ['USER', 'DEVELOPER'], key: true },
  'report.attach': {
    yes: ['RESPONDER'],
    own: ['REPORTER', 'USER', 'DEVELOPER'],
    key: true,
  },
  'report.reply': {
    yes: ['SYSTEM'],
    own: ['REPORTER', 'USER', 'DEVELOPER', 'RESPONDER'],
  },
  'report.answer': { yes: ['RESPONDER'], key: true },
  'report.ask': { yes: ['RESPONDER'], key: true },
  'report.decline': { yes: ['RESPONDER'], key: true },
  'report.link': { yes: ['RESPONDER'], key: true },
  'report.confirm': { yes: ['RESPONDER'], own: ['REPORTER', 'USER', 'DEVELOPER'] },
  'report.correct': { yes: [], own: ['REPORTER', 'USER', 'DEVELOPER', 'RESPONDER'] },
  'report.markRead': {
    yes: ['RESPONDER'],
    own: ['REPORTER', 'USER', 'DEVELOPER'],
  },
  'report.release': { yes: ['RESPONDER'], own: ['REPORTER'] },
  'report.mailLink': {
    yes: ['ANONYMOUS', 'REPORTER', 'USER', 'DEVELOPER', 'RESPONDER'],
  },
  'triage.read': { yes: ['RESPONDER'], key: true },
  'report.open': { yes: ['RESPONDER'] },
});
