import { capital } from '@/lib/language/words';
import type { Role } from '@/lib/members/schema';

/** Everybody in the demo is invented, and `.example` is an ending that no mail reaches. */
export interface CastMember {
  key: string;
  name: string;
  email: string;
  role: Role;
  knows: string[];
}

const member = (key: string, role: Role, knows: string[] = [], domain = 'thornmere.example'): CastMember => ({
  key,
  name: capital(key),
  email: `${key}@${domain}`,
  role,
  knows,
});

export const cast: CastMember[] = [
  member('priya', 'MANAGER', ['Case Records', 'decisions']),
  member('tom', 'RESPONDER', ['communication']),
  member('farah', 'RESPONDER', ['all services']),
  member('mei', 'RESPONDER', ['databases', 'Email', 'Sign-in']),
  member('jonas', 'RESPONDER', ['storage', 'File Store']),
  member('seun', 'RESPONDER', ['networks', 'firewalls', 'storage']),
  member('ana', 'DEVELOPER', ['Case Records', 'Search', 'Payments']),
  member('hanna', 'ADMIN', ['settings', 'keys']),
  member('ruth', 'USER', [], 'casework.example'),
];

export const teams: { name: string; lead: string; people: string[]; capacity: number }[] = [
  { name: 'Network team', lead: 'seun', people: ['seun'], capacity: 2 },
  { name: 'Service desk', lead: 'farah', people: ['farah', 'tom'], capacity: 4 },
  { name: 'Databases', lead: 'mei', people: ['mei'], capacity: 1 },
  { name: 'Storage', lead: 'jonas', people: ['jonas', 'seun'], capacity: 1 },
  { name: 'Search and Records', lead: 'ana', people: ['ana'], capacity: 2 },
];

export const organisation = {
  name: 'Thornmere services',
  zone: 'Europe/London',
  deskPhone: '01632 960 118',
  deskHours: 'every day from 07:00 to 22:00',
  deskEmail: 'help@thornmere.example',
};
