import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';

export function VersionBadge({ version, since }: { version: number; since: string }) {
  return (
    <Badge>
      <span>
        Version {version}, since <Time at={since} show="date" />
      </span>
    </Badge>
  );
}
