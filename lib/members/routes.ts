import { acceptInvitation } from '@/lib/members/commands/accept-invitation';
import { changePassword } from '@/lib/members/commands/change-password';
import { createKey } from '@/lib/members/commands/create-key';
import { createTeam } from '@/lib/members/commands/create-team';
import { disableMember } from '@/lib/members/commands/disable-member';
import { editSelf } from '@/lib/members/commands/edit-self';
import { editTeam } from '@/lib/members/commands/edit-team';
import { enableMember } from '@/lib/members/commands/enable-member';
import { endSession } from '@/lib/members/commands/end-session';
import { endSessions } from '@/lib/members/commands/end-sessions';
import { invite } from '@/lib/members/commands/invite';
import { requestReset } from '@/lib/members/commands/request-reset';
import { resetPassword } from '@/lib/members/commands/reset-password';
import { revokeKey } from '@/lib/members/commands/revoke-key';
import { setRole } from '@/lib/members/commands/set-role';
import { withdrawInvitation } from '@/lib/members/commands/withdraw-invitation';
import { listKeys } from '@/lib/members/queries/list-keys';
import { listPeople } from '@/lib/members/queries/list-people';
import { listSessions } from '@/lib/members/queries/list-sessions';
import { listTeams } from '@/lib/members/queries/list-teams';
import { memberOptions } from '@/lib/members/queries/member-options';
import { readAccount } from '@/lib/members/queries/read-account';
import { created, type Rows, route } from '@/lib/platform/route';

export const memberRoutes = {
  'GET /keys': listKeys,
  'POST /keys': created(createKey),
  'DELETE /keys/:keyId': revokeKey,
  'GET /members': listPeople,
  'POST /members': created(invite),
  'GET /members/:memberId': readAccount,
  'PATCH /members/:memberId': editSelf,
  'POST /members/:memberId/disable': disableMember,
  'POST /members/:memberId/enable': enableMember,
  'PUT /members/:memberId/password': changePassword,
  'PUT /members/:memberId/role': setRole,
  'GET /members/:memberId/sessions': listSessions,
  'DELETE /members/:memberId/sessions': endSessions,
  'DELETE /members/invitations/:invitationId': withdrawInvitation,
  'POST /members/invitations/accept': created(acceptInvitation),
  'GET /members/options': memberOptions,
  'POST /members/password-resets': route(requestReset, { status: 202 }),
  'POST /members/password-resets/use': resetPassword,
  'DELETE /session/:sessionId': endSession,
  'GET /teams': listTeams,
  'POST /teams': created(createTeam),
  'PATCH /teams/:teamId': editTeam,
} satisfies Rows;
