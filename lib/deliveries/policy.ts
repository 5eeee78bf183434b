import { policy } from '@/lib/platform/policy';

/**
 * Mails about an account carry a link that signs its reader in: only admins, who could set the role anyway,
 * read their text in the outbox. Otherwise a responder could take over an admin's account.
 */
export const deliveryPolicy = policy({
  'delivery.list': { yes: ['RESPONDER', 'CLI'], key: true },
  'delivery.read': { yes: ['RESPONDER', 'CLI'] },
  'delivery.readAccountMail': { yes: ['ADMIN', 'CLI'] },
  'delivery.retry': { yes: ['RESPONDER', 'CLI'] },
  'delivery.refuse': {
    yes: ['ANONYMOUS', 'REPORTER', 'USER', 'DEVELOPER', 'RESPONDER'],
  },
  'delivery.withdrawRefusal': {
    yes: ['ANONYMOUS', 'REPORTER', 'USER', 'DEVELOPER', 'RESPONDER'],
  },
  'delivery.allowAddress': { yes: ['ADMIN', 'CLI'] },
  'delivery.giveUp': { yes: ['RESPONDER', 'CLI'] },
});
