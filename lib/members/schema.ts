import { z } from 'zod';

export const roleSchema = z.enum(['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN']);
export type Role = z.infer<typeof roleSchema>;
export const roleLabel: Record<Role, string> = {
  USER: 'User',
  DEVELOPER: 'Developer',
  RESPONDER: 'Responder',
  MANAGER: 'Manager',
  ADMIN: 'Admin',
};
export const roleMeaning: Record<Role, string> = {
  USER: 'Reports, follows the own reports and says when it works again.',
  DEVELOPER: 'Sees the incidents of their services, works actions and follow-ups. Publishes nothing.',
  RESPONDER: 'Triages, investigates, publishes updates and starts live runs.',
  MANAGER: 'All that a responder does, approves steps and changes severity targets.',
  ADMIN: 'Looks after people, services, keys and settings.',
};

export const memberStateSchema = z.enum(['INVITED', 'ACTIVE', 'DISABLED']);
export type MemberState = z.infer<typeof memberStateSchema>;
export const memberStateLabel: Record<MemberState, string> = {
  INVITED: 'Invited',
  ACTIVE: 'Active',
  DISABLED: 'Disabled',
};
