import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the browser tests find the product and the mail it sends; `npm test` chooses free ports. */
export const e2ePlace = {
  port: Number(process.env.STANDBY_E2E_PORT ?? 4180),
  mailPort: Number(process.env.STANDBY_E2E_MAIL_PORT ?? 4181),
  smtpPort: Number(process.env.STANDBY_E2E_SMTP_PORT ?? 4182),
  /** `demo` (with the cast and the story) or `empty`. */
  data: process.env.STANDBY_E2E_DATA === 'empty' ? 'empty' : 'demo',
} as const;

export const e2eUrl = `http://127.0.0.1:${e2ePlace.port}`;
/** The same by a name, as a machine of the office is reached: plain http, and no secure context for a browser. */
export const e2eNamedUrl = `http://standby.example:${e2ePlace.port}`;
export const e2eMailUrl = `http://127.0.0.1:${e2ePlace.mailPort}`;

/** STANDBY_DATA_DIR of that installation, for tests that use the command line on it. */
export const e2eDataDir = join(tmpdir(), `standby-e2e-${e2ePlace.port}`);
