import { Card, CardHeader } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { counted } from '@/lib/language/words';
import type { Settings } from '@/lib/settings/schema';
import { severityLabel } from '@/lib/severity/schema';
import { type TargetChange, targetSentence } from './target-rules';

interface ChangeEffectProps {
  changes: TargetChange[];
  targets: Settings['targets'];
  version: number;
  openIncidents: number;
}

/** What saving does, before it is saved. */
export function ChangeEffect({ changes, targets, version, openIncidents }: ChangeEffectProps) {
  if (changes.length === 0) return null;
  const touched = [...new Set(changes.map((change) => change.severity))];
  const open = counted(openIncidents, 'open incident keeps', 'open incidents keep');
  return (
    <Card>
      <CardHeader title="What this change does" meta={counted(changes.length, 'change')} />
      <div className="prev">
        <div>
          <span className="eyebrow">What users may expect then</span>
          <blockquote>
            {touched.map((severity) => (
              <p key={severity}>{targetSentence(severityLabel[severity], targets[severity])}</p>
            ))}
          </blockquote>
        </div>
        <ul className="sm">
          <li>
            <Icon name="info" />
            <span>New incidents use version {version}.</span>
          </li>
          {openIncidents > 0 ? (
            <li>
              <Icon name="lock" />
              <span>
                {open} version {version - 1} to the end.
              </span>
            </li>
          ) : null}
        </ul>
      </div>
    </Card>
  );
}
