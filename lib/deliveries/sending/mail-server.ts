import { AppError } from '@/lib/platform/errors';
import { settings } from '@/lib/platform/process/environment';

/** Whether mail can leave this installation. Without, it waits in the outbox, and none of it is lost or dead. */
export function hasMailServer(): boolean {
  return settings().smtpUrl !== undefined;
}

/** @throws AppError `precondition` */
export function assertMailServer(): void {
  if (hasMailServer()) return;
  throw new AppError(
    'precondition',
    'No mail server is set up, so nothing can be sent. Set SMTP_URL and start Standby again.',
  );
}
