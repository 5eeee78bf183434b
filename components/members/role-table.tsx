import { Card, CardHeader } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { incidentPolicy } from '@/lib/incidents/policy';
import { memberPolicy } from '@/lib/members/policy';
import { type Role, roleLabel, roleSchema } from '@/lib/members/schema';
import type { PolicyRow } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { servicePolicy } from '@/lib/services/policy';
import { settingsPolicy } from '@/lib/settings/policy';
import { updatePolicy } from '@/lib/updates/policy';

/** What people ask about, each answered by the row of the policy table that decides it. */
const acts: { act: string; row: PolicyRow }[] = [
  { act: 'Report, follow, say “works again”', row: reportPolicy['report.file'] },
  { act: 'See incidents', row: incidentPolicy['incident.list'] },
  { act: 'Note findings in an incident', row: incidentPolicy['incident.addNote'] },
  { act: 'Triage, declare, resolve', row: incidentPolicy['incident.declare'] },
  { act: 'Publish updates', row: updatePolicy['update.publish'] },
  { act: 'Change services', row: servicePolicy['service.edit'] },
  { act: 'Change severity targets', row: settingsPolicy['settings.changeClocks'] },
  { act: 'Members, keys, settings', row: memberPolicy['member.setRole'] },
];

const shortRoleLabel: Partial<Record<Role, string>> = {
  DEVELOPER: 'Dev',
  RESPONDER: 'Resp',
  MANAGER: 'Man',
  ADMIN: 'Adm',
};

function Answer({ row, role }: { row: PolicyRow; role: Role }) {
  if (row.yes.includes(role)) return <Icon name="check" label="Yes" className="inline text-operational" />;
  if (row.own?.includes(role)) return <span className="muted xs">own</span>;
  return (
    <span className="text-faint">
      <span aria-hidden>–</span>
      <span className="sr">No</span>
    </span>
  );
}

export function RoleTable() {
  return (
    <Card>
      <CardHeader title="What each role may do" />
      <ScrollRegion label="What each role may do">
        <table className="w-full text-sm">
          <thead>
            <tr>
              <th scope="col" className="px-2! py-2! pl-5! text-left">
                Act
              </th>
              {roleSchema.options.map((role) => (
                <th key={role} scope="col" className="px-1! py-2! text-center! last:pr-4!">
                  <abbr title={roleLabel[role]} className="no-underline">
                    {shortRoleLabel[role] ?? roleLabel[role]}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map(({ act, row }) => (
              <tr key={act}>
                <th scope="row" className="px-2! py-2! pl-5! text-left font-normal! text-text">
                  {act}
                </th>
                {roleSchema.options.map((role) => (
                  <td key={role} className="px-1! py-2! text-center! last:pr-4!">
                    <Answer row={row} role={role} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted xs px-5 pb-4 pt-1">own: of their own services, reports or account.</p>
    </Card>
  );
}
