import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { InvitationView, NewKeyView, TeamView } from '@/lib/members/queries/views';
import type { MemberView, PeopleFilter, Role } from '@/lib/members/schema';

export interface PeopleAsked {
  show: PeopleFilter;
  find: string;
  after?: string | undefined;
}

const members = '/api/v1/members';

export const peopleQuery = ({ show, find, after }: PeopleAsked) =>
  queryOptions({
    queryKey: ['member', 'people', { show, find, after }],
    queryFn: ({ signal }) => api('GET /members', { show, find, after }, { signal }),
  });

export const teamsQuery = () =>
  queryOptions({
    queryKey: ['team', 'list'],
    queryFn: ({ signal }) => api('GET /teams', {}, { signal }),
  });

export const memberOptionsQuery = () =>
  queryOptions({
    queryKey: ['member', 'options'],
    queryFn: ({ signal }) => api('GET /members/options', {}, { signal }),
  });

export const sessionsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['session', 'list', memberId],
    queryFn: ({ signal }) => api('GET /members/:memberId/sessions', { memberId }, { signal }),
  });

export const keysQuery = () =>
  queryOptions({
    queryKey: ['key', 'list'],
    queryFn: ({ signal }) => api('GET /keys', {}, { signal }),
  });

export function inviteMember(input: { email: string; name?: string; role: Role }, key: string) {
  return writeApi<InvitationView>('POST', members, input, key);
}

export function withdrawInvitation(invitationId: string, key: string): Promise<void> {
  return writeApi('DELETE', `${members}/invitations/${invitationId}`, {}, key);
}

export function setRole(member: { id: string; version: number }, role: Role, key: string) {
  return writeApi<MemberView>('PUT', `${members}/${member.id}/role`, { role, version: member.version }, key);
}

export function setDisabled(memberId: string, disabled: boolean, key: string) {
  return writeApi<MemberView>('POST', `${members}/${memberId}/${disabled ? 'disable' : 'enable'}`, {}, key);
}

export function editSelf(member: { id: string; version: number }, input: object, key: string) {
  return writeApi<MemberView>('PATCH', `${members}/${member.id}`, { ...input, version: member.version }, key);
}

export function changePassword(
  memberId: string,
  input: { current: string; password: string },
  key: string,
): Promise<void> {
  return writeApi('PUT', `${members}/${memberId}/password`, input, key);
}

export function endSession(sessionId: string, key: string): Promise<void> {
  return writeApi('DELETE', `/api/v1/session/${sessionId}`, {}, key);
}

export function endOtherSessions(memberId: string, except: string | null, key: string) {
  return writeApi<{ ended: number }>('DELETE', `${members}/${memberId}/sessions`, { except }, key);
}

export interface TeamInput {
  name: string;
  capacity: number;
  leadId: string | null;
  memberIds: string[];
}

export function saveTeam(
  team: { id: string; version: number | undefined } | null,
  input: TeamInput,
  key: string,
) {
  if (!team) return writeApi<TeamView>('POST', '/api/v1/teams', input, key);
  return writeApi<TeamView>('PATCH', `/api/v1/teams/${team.id}`, { ...input, version: team.version }, key);
}

export function createKey(input: { name: string; role: Role }, key: string) {
  return writeApi<NewKeyView>('POST', '/api/v1/keys', input, key);
}

export function revokeKey(keyId: string, key: string): Promise<void> {
  return writeApi('DELETE', `/api/v1/keys/${keyId}`, {}, key);
}
