'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormSave } from '@/components/members/use-form-save';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Note } from '@/components/ui/note';
import { showToast } from '@/components/ui/show-toast';
import { SelectField } from '@/components/ui/text-field';
import { defaultTargets, type Target } from '@/lib/settings/rules/targets';
import type { SettingsView } from '@/lib/settings/schema';
import type { Severity } from '@/lib/severity/schema';
import { saveClocks } from './api';
import { ChangeEffect } from './change-effect';
import { OfficeHoursCard } from './office-hours';
import { SaveBar } from './save-bar';
import { riskAfter, type TargetKey, targetChanges } from './target-rules';
import { TargetTable } from './target-table';

interface ClocksFormProps {
  view: SettingsView;
  openIncidents: number;
  canChange: boolean;
}

const shares = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

export function ClocksForm({ view, openIncidents, canChange }: ClocksFormProps) {
  const router = useRouter();
  const { version, settings } = view;
  const [targets, setTargets] = useState(settings.targets);
  const [officeHours, setOfficeHours] = useState(settings.officeHours);
  const [atRisk, setAtRisk] = useState(settings.atRisk);
  const { onSubmit, pending, summary, errorOf, clear } = useFormSave(async (form) => {
    const reason = String(form.get('reason') ?? '');
    const saved = await saveClocks({ version, reason, targets, officeHours, atRisk });
    showToast({ title: `Version ${saved.version} is in force` });
    router.refresh();
  });
  const changes = targetChanges(settings.targets, targets);
  const changed =
    changes.length > 0 ||
    atRisk !== settings.atRisk ||
    JSON.stringify(officeHours) !== JSON.stringify(settings.officeHours);
  const discard = (): void => {
    setTargets(settings.targets);
    setOfficeHours(settings.officeHours);
    setAtRisk(settings.atRisk);
    clear();
  };
  const change = (severity: Severity, key: TargetKey, target: Target): void =>
    setTargets({ ...targets, [severity]: { ...targets[severity], [key]: target } });
  return (
    <form onSubmit={onSubmit} noValidate>
      {canChange ? null : (
        <Note icon="lock">The clocks are a promise to the users: a manager changes them.</Note>
      )}
      {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
      <Card>
        <CardHeader
          title="Targets by severity"
          actions={
            canChange ? (
              <Button size="sm" onClick={() => setTargets(defaultTargets)}>
                Back to the defaults
              </Button>
            ) : null
          }
        />
        <TargetTable
          before={settings.targets}
          targets={targets}
          onChange={change}
          canChange={canChange}
          errorOf={errorOf}
        />
      </Card>
      <OfficeHoursCard
        hours={officeHours}
        zone={settings.organisation.zone}
        canChange={canChange}
        onChange={setOfficeHours}
        errorOf={errorOf}
      />
      <AtRiskCard
        atRisk={atRisk}
        example={riskAfter(targets.CRITICAL.update, atRisk)}
        canChange={canChange}
        onChange={setAtRisk}
      />
      <ChangeEffect changes={changes} targets={targets} version={version + 1} openIncidents={openIncidents} />
      {canChange ? (
        <SaveBar
          version={version + 1}
          pending={pending}
          changed={changed}
          error={errorOf('reason').error}
          onDiscard={discard}
        />
      ) : null}
    </form>
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
