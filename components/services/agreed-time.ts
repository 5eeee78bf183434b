import { exactDuration } from '@/lib/platform/rules/duration';

/** RTO or RPO, which may not be agreed. */
export function agreedTime(minutes: number | null): string {
  return minutes === null ? 'none' : exactDuration(minutes * 60);
}
