'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Holder } from '@/components/ui/holder';
import { Time } from '@/components/ui/time';
import type { IncidentView } from '@/lib/incidents/queries/views';
import { incidentRoleLabel } from '@/lib/incidents/schema';
import { useDialog } from './dialog-context';
import { useIncident } from './incident-context';
import { RoleDialog } from './lazy-dialogs';

type RoleHolder = IncidentView['roles'][number];

/** Who does what. The manager hands over; the others can be let go too. */
export function RolesCard() {
  const { incident } = useIncident();
  const ask = useDialog();
  const may = incident.acts.includes('incident.assignRole');
  return (
    <Card>
      <CardHeader
        title="Roles"
        level={3}
        actions={
          may ? (
            <Button
              variant="quiet"
              size="sm"
              onClick={() => ask((onClose) => <RoleDialog first="MANAGER" onClose={onClose} />)}
            >
              Hand over
            </Button>
          ) : null
        }
      />
      {incident.manager?.disabled ? (
        <p className="inc-side-p" role="status">
          {incident.manager.name} is disabled and still leads it. Hand over to somebody, or take over
          yourself.
        </p>
      ) : null}
      {incident.roles.length === 0 ? (
        <p className="inc-side-p">Nobody has a role in it yet.</p>
      ) : (
        <ul>
          {incident.roles.map((held) => (
            <RoleItem key={`${held.role} ${held.member.id}`} held={held} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function RoleItem({ held: { role, member, since } }: { held: RoleHolder }) {
  const { incident } = useIncident();
  const what = incidentRoleLabel[role].toLowerCase();
  const place = { ref: incident.ref, role, memberId: member.id };
  const touches = ['incident', 'home'] as const;
  const give = useAct({
    touches,
    call: (_, { key }) => api('POST /incidents/:ref/roles', place, { key }),
    refusal: 'toast',
  });
  const end = useAct({
    touches,
    version: incident.version,
    call: (_, { version, key }) =>
      api('DELETE /incidents/:ref/roles/:role/:memberId', { ...place, version }, { key }),
    done: { title: `${member.name} is ${what} no more`, undo: () => void give.run() },
  });
  return (
    <li>
      <Avatar name={member.name} decorative />
      <span className="t">
        <b>
          <Holder person={member} />
        </b>
        <small>
          {incidentRoleLabel[role]} since <Time at={since} show="auto" />
        </small>
        {end.errors[0] ? (
          <small role="alert" className="inc-over">
            {end.errors[0].message}
          </small>
        ) : null}
      </span>
      {incident.acts.includes('incident.endRole') && role !== 'MANAGER' ? (
        <span className="inc-end">
          <Button
            variant="quiet"
            size="icon-sm"
            icon="x"
            pending={end.pending}
            aria-label={`Let ${member.name} go as ${what}`}
            onClick={() => void end.run()}
          />
        </span>
      ) : null}
    </li>
  );
}
