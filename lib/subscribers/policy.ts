import { policy } from '@/lib/platform/policy';

/** A subscription is own to whoever holds its link. */
export const subscriberPolicy = policy({
  'subscriber.subscribe': {
    yes: ['ANONYMOUS', 'REPORTER', 'USER', 'DEVELOPER', 'RESPONDER'],
  },
  'subscriber.read': { yes: ['MANAGER'], own: ['SUBSCRIBER'] },
  'subscriber.confirm': { yes: [], own: ['SUBSCRIBER'] },
  'subscriber.change': { yes: [], own: ['SUBSCRIBER'] },
  'subscriber.unsubscribe': { yes: ['MANAGER', 'SYSTEM'], own: ['SUBSCRIBER'] },
  'subscriber.list': { yes: ['MANAGER'] },
});
