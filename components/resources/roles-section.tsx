'use client';

import { useDialog } from '@/components/incidents/dialog-context';
import { useIncident } from '@/components/incidents/incident-context';
import { RoleDialog } from '@/components/incidents/lazy-dialogs';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import { incidentRoleLabel } from '@/lib/incidents/schema';
import { countWords } from './resource-words';

/** The roles of the incident, which have no end; they are handed over. */
export function RolesSection() {
  const { incident } = useIncident();
  const ask = useDialog();
  const { roles } = incident;
  const may = incident.acts.includes('incident.assignRole');
  return (
    <section className="res-asp" aria-label="Roles">
      <h3>
        Roles
        <small>{countWords(roles.map(({ member }) => ({ id: member.id, kind: 'PERSON' })))}</small>
      </h3>
      {roles.length === 0 ? (
        <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 py-3 pr-5 max-md:px-4 max-md:pt-1.5">
          <span className="muted">Nobody leads it.</span>
          {may ? (
            <Button
              size="sm"
              onClick={() => ask((onClose) => <RoleDialog first="MANAGER" onClose={onClose} />)}
            >
              Give a role
            </Button>
          ) : null}
        </p>
      ) : (
        <ul className="res-al">
          {roles.map(({ role, member, since }) => (
            <li key={`${role} ${member.id}`}>
              <Avatar name={member.name} decorative />
              <span className="t">
                <b>{member.name}</b>
                <small>{incidentRoleLabel[role]}</small>
              </span>
              <span className="w">
                since <Time at={since} show="auto" />
              </span>
              <Outcome kind="active">Active</Outcome>
              {may ? (
                <span className="res-acts">
                  <Button
                    size="sm"
                    aria-label={`Hand over: ${incidentRoleLabel[role]}`}
                    onClick={() => ask((onClose) => <RoleDialog first={role} onClose={onClose} />)}
                  >
                    {role === 'RESOLVER' ? 'Add another' : 'Hand over'}
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
