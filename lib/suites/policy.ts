import { policy } from '@/lib/platform/policy';

/** A suite is own to the developers of its service. */
export const suitePolicy = policy({
  'suite.read': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'suite.list': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'suite.create': {
    yes: ['RESPONDER', 'SYSTEM', 'CLI'],
    own: ['DEVELOPER'],
    key: true,
  },
  'suite.edit': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'suite.archive': { yes: ['RESPONDER', 'CLI'], own: ['DEVELOPER'], key: true },
  'suite.record': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'suite.replay': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'suite.stopReplay': { yes: ['RESPONDER', 'CLI'], own: ['DEVELOPER'], key: true },
  /** Turns a red verification green, so a person of the provider puts their name to it. */
  'suite.explain': { yes: ['RESPONDER'] },
});
