'use client';

import { type ComponentProps, useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { Note } from '@/components/ui/note';
import { onSubmit } from '@/components/ui/on-submit';
import { SelectField } from '@/components/ui/text-field';
import type { SettingsView } from '@/lib/settings/queries/views';
import { defaultTargets, type Target } from '@/lib/settings/rules/targets';
import type { Settings } from '@/lib/settings/schema';
import type { Severity } from '@/lib/severity/schema';
import { ChangeEffect } from './change-effect';
import { OfficeHoursCard } from './office-hours';
import { rebased } from './rebased';
import { SaveBar } from './save-bar';
import { riskAfter, type TargetKey, targetChanges } from './target-rules';
import { TargetTable } from './target-table';

interface ClocksFormProps {
  view: SettingsView;
  openIncidents: number;
}

type Clocks = Pick<Settings, 'targets' | 'officeHours' | 'atRisk'>;

const shares = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** What is entered, on top of what is in force by now, and the saving of it. */
function useClocks({ version, settings }: SettingsView) {
  const { targets, officeHours, atRisk } = settings;
  const before: Clocks = { targets, officeHours, atRisk };
  const [entered, setEntered] = useState({ base: before, clocks: before });
  const [saves, setSaves] = useState(0);
  const clocks = rebased(entered.clocks, entered.base, before);
  const act = useAct({
    touches: ['settings'],
    page: true,
    version,
    form: 'opened',
    call: (given: Clocks & { reason: string }, sent) =>
      api('PATCH /settings/clocks', { version: sent.version, ...given }, { key: sent.key }),
    done: (saved) => `Version ${saved.version} is in force`,
    onDone: () => setSaves(saves + 1),
  });
  const set = (change: Partial<Clocks>): void =>
    setEntered({ base: before, clocks: { ...clocks, ...change } });
  return { before, clocks, set, act, saves };
}

export function ClocksForm({ view, openIncidents }: ClocksFormProps) {
  const canChange = useMemberActs().includes('settings.changeClocks');
  const { version, settings } = view;
  const { before, clocks, set, act, saves } = useClocks(view);
  const { targets, officeHours, atRisk } = clocks;
  const changes = targetChanges(before.targets, targets);
  const changed =
    changes.length > 0 ||
    atRisk !== before.atRisk ||
    JSON.stringify(officeHours) !== JSON.stringify(before.officeHours);
  return (
    <Form
      onSubmit={onSubmit((form) => act.run({ ...clocks, reason: String(form.get('reason') ?? '') }))}
      errors={act.errors}
    >
      {canChange ? null : (
        <Note icon="lock">The clocks are a promise to the users: a manager changes them.</Note>
      )}
      <TargetsCard
        before={before.targets}
        targets={targets}
        canChange={canChange}
        onChange={(changed) => set({ targets: changed })}
        errorOf={act.errorOf}
      />
      <OfficeHoursCard
        hours={officeHours}
        zone={settings.organisation.zone}
        canChange={canChange}
        onChange={(hours) => set({ officeHours: hours })}
        errorOf={act.errorOf}
      />
      <AtRiskCard
        atRisk={atRisk}
        example={riskAfter(targets.CRITICAL.update, atRisk)}
        canChange={canChange}
        onChange={(share) => set({ atRisk: share })}
      />
      <ChangeEffect changes={changes} targets={targets} version={version + 1} openIncidents={openIncidents} />
      {canChange ? (
        <SaveBar key={saves} act={act} version={version} changed={changed} onDiscard={() => set(before)} />
      ) : null}
    </Form>
  );
}

interface TargetsProps extends Omit<ComponentProps<typeof TargetTable>, 'onChange'> {
  onChange: (targets: Settings['targets']) => void;
}

function TargetsCard({ onChange, ...table }: TargetsProps) {
  const { targets, canChange } = table;
  const change = (severity: Severity, key: TargetKey, target: Target): void =>
    onChange({ ...targets, [severity]: { ...targets[severity], [key]: target } });
  return (
    <Card>
      <CardHeader
        title="Targets by severity"
        actions={
          canChange ? (
            <Button size="sm" onClick={() => onChange(defaultTargets)}>
              Back to the defaults
            </Button>
          ) : null
        }
      />
      <TargetTable {...table} onChange={change} />
    </Card>
  );
}

interface AtRiskProps {
  atRisk: number;
  example: string | null;
  canChange: boolean;
  onChange: (share: number) => void;
}

function AtRiskCard({ atRisk, example, canChange, onChange }: AtRiskProps) {
  const percent = Math.round(atRisk * 100);
  const options = [...new Set([...shares, atRisk])].sort((a, b) => a - b);
  return (
    <Card>
      <CardHeader title="At risk" />
      <div className="prev risk-g">
        <SelectField
          label="A clock is at risk from"
          name="atRisk"
          disabled={!canChange}
          value={String(atRisk)}
          onChange={(event) => onChange(Number(event.target.value))}
          options={options.map((share) => ({
            value: String(share),
            label: `${Math.round(share * 100)}% of its time`,
          }))}
        />
        <div>
          <svg className="risk" viewBox="0 0 100 10" preserveAspectRatio="none" role="img">
            <title>{`At risk in the last ${100 - percent}%`}</title>
            <rect className="risk-calm" width={percent} height="10" />
            <rect className="risk-late" x={percent} width={100 - percent} height="10" />
          </svg>
          <p className="sm muted">
            {example ? `Critical, next update: at risk after ${example}. ` : ''}The incident manager is
            reminded, then a manager. Standby never writes an update itself.
          </p>
        </div>
      </div>
    </Card>
  );
}
