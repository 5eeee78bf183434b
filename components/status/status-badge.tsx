import type { ReactNode } from 'react';
import { type ServiceStatus, serviceStatusLabel, serviceStatusPublicLabel } from '@/lib/services/schema';
import { StatusMark, statusTone } from './status-mark';

type StatusProps = {
  status: ServiceStatus;
  /** Whose words: users read the long ones. */
  for?: 'users' | 'members' | undefined;
  /** Own words instead: "Not available since 13:41". */
  children?: ReactNode | undefined;
};

function wordsOf({ status, for: reader = 'users', children }: StatusProps): ReactNode {
  return children ?? (reader === 'users' ? serviceStatusPublicLabel[status] : serviceStatusLabel[status]);
}

export function StatusBadge(props: StatusProps) {
  return (
    <span className={`badge b-${statusTone(props.status)}`}>
      <StatusMark status={props.status} />
      {wordsOf(props)}
    </span>
  );
}

export function StatusText(props: StatusProps) {
  return (
    <span className={`st-text t-${statusTone(props.status)}`}>
      <StatusMark status={props.status} />
      {wordsOf(props)}
    </span>
  );
}
