import { StatusText } from '@/components/status/status-badge';
import { Icon } from '@/components/ui/icon';
import type { ServiceStatus } from '@/lib/services/schema';

interface StatusChangesProps {
  changes: readonly { id: string; name: string; from: ServiceStatus; to: ServiceStatus }[];
  label?: string | undefined;
}

/** What becomes of services, as users will see it. */
export function StatusChanges({ changes, label }: StatusChangesProps) {
  return (
    <ul className="inc-flips" aria-label={label}>
      {changes.map(({ id, name, from, to }) => (
        <li key={id}>
          <b>{name}</b>
          <span className="row flex-wrap">
            <StatusText status={from} />
            <Icon name="arrow-right" label="becomes" />
            <StatusText status={to} />
          </span>
        </li>
      ))}
    </ul>
  );
}
