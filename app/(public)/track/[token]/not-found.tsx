import { FindReport } from '@/components/tracking/find-report';
import { findReport } from './find-report';

/** A link that was cut off, has expired or was replaced: the way to a new one is the same for all. */
export default function LinkNotFound() {
  return <FindReport action={findReport} broken />;
}
