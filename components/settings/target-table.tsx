'use client';

import { SeverityBadge } from '@/components/severity/severity-badge';
import { useFieldIds } from '@/components/ui/field-scope';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Select, TextInput } from '@/components/ui/text-input';
import { type Target, type TargetUnit, targetUnitLabel, targetWords } from '@/lib/settings/rules/targets';
import type { Settings } from '@/lib/settings/schema';
import { type Severity, severities, severityLabel } from '@/lib/severity/schema';
import { inUnit, sameTarget, type TargetKey, targetColumns, withAmount } from './target-rules';

const units = Object.keys(targetUnitLabel) as TargetUnit[];

interface TargetTableProps {
  before: Settings['targets'];
  targets: Settings['targets'];
  onChange: (severity: Severity, key: TargetKey, target: Target) => void;
  canChange: boolean;
  errorOf: (path: string) => string | undefined;
}

export function TargetTable({ before, targets, onChange, canChange, errorOf }: TargetTableProps) {
  return (
    <ScrollRegion label="Targets by severity">
      <table className="ck">
        <thead>
          <tr>
            <th scope="col">Severity</th>
            {targetColumns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {severities.map((severity) => (
            <tr key={severity}>
              <th scope="row">
                <SeverityBadge severity={severity} />
              </th>
              {targetColumns.map(({ key, label }) => (
                <TargetCell
                  key={key}
                  name={`targets.${severity}.${key}`}
                  label={`${severityLabel[severity]}, ${label.toLowerCase()}`}
                  column={label}
                  before={before[severity][key]}
                  target={targets[severity][key]}
                  canChange={canChange}
                  error={errorOf(`targets.${severity}.${key}`)}
                  onChange={(target) => onChange(severity, key, target)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface TargetCellProps {
  name: string;
  label: string;
  column: string;
  before: Target;
  target: Target;
  canChange: boolean;
  error: string | undefined;
  onChange: (target: Target) => void;
}

function TargetCell({ name, label, column, before, target, canChange, error, onChange }: TargetCellProps) {
  const idOf = useFieldIds();
  const changed = !sameTarget(before, target);
  return (
    <td data-l={column} className={changed ? 'chg' : undefined}>
      <span className="in">
        {withAmount(target.unit) ? (
          <TextInput
            id={idOf(`${name}.amount`)}
            aria-label={label}
            aria-invalid={error ? true : undefined}
            inputMode="numeric"
            disabled={!canChange}
            value={'amount' in target && Number.isFinite(target.amount) ? String(target.amount) : ''}
            onChange={(event) => {
              const amount = Number.parseInt(event.target.value, 10);
              if (withAmount(target.unit)) onChange({ ...target, amount } as Target);
            }}
          />
        ) : null}
        <Select
          id={idOf(name)}
          aria-label={`${label}, unit`}
          disabled={!canChange}
          value={target.unit}
          onChange={(event) => onChange(inUnit(target, event.target.value as TargetUnit))}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {targetUnitLabel[unit]}
            </option>
          ))}
        </Select>
      </span>
      {error ? <span className="err sm">{error}</span> : null}
      {changed && !error ? <span className="was">was {targetWords(before)}</span> : null}
    </td>
  );
}
