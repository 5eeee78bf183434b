import { Card, CardHeader } from '@/components/ui/card';
import type { PlanChange } from '@/lib/plans/queries/views';

const words: Record<PlanChange['kind'], string> = {
  MOVED: 'Moved',
  CHANGED: 'Changed',
  NEW: 'New',
  REMOVED: 'Removed',
};

const nouns: Record<PlanChange['of'], string> = {
  STEP: '',
  PHASE: 'Phase ',
  VARIABLE: 'Variable ',
  PRECHECK: 'Precheck ',
  PURPOSE: '',
};

function Sentence({ change }: { change: PlanChange }) {
  const { of, label, name, from, kind, fields } = change;
  const what = `${nouns[of]}${of === 'STEP' && kind !== 'MOVED' ? `${label} ` : ''}`;
  if (kind === 'MOVED') {
    return (
      <span>
        {what}“{name}” from {from} to {label}
      </span>
    );
  }
  if (kind !== 'CHANGED') {
    return (
      <span>
        {what}“{name}”
      </span>
    );
  }
  return (
    <span>
      {of === 'STEP' ? label : `${what}${of === 'PURPOSE' ? '' : `“${name}”`}`}
      {fields.map((field) => (
        <span key={field.name} className="block">
          {field.name} <del>{field.before}</del> <ins>{field.after}</ins>
        </span>
      ))}
    </span>
  );
}

/** What differs from an earlier version. */
export function ChangesCard({ title, changes }: { title: string; changes: PlanChange[] }) {
  return (
    <Card>
      <CardHeader title={title} actions={<span className="sm muted">{changes.length}</span>} />
      {changes.length === 0 ? <p className="pad muted">Nothing.</p> : null}
      <ul className="plans-changes">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.of} ${change.id}`}>
            <span className="k">{words[change.kind]}</span>
            <Sentence change={change} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
