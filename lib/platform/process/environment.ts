import { resolve } from 'node:path';
import { z } from 'zod';
import { oncePerProcess } from './once-per-process';

const processRoles = ['web', 'worker', 'all'] as const;

export interface Settings {
  /** The TCP port of the web server. */
  port: number;
  /** The address that the web server binds to. */
  host: string;
  /** The address that links in pages and mails start with, without a slash at the end. */
  url: string;
  /** None: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** A connection past any pooler, for LISTEN; the same as `databaseUrl` unless set. */
  databaseDirectUrl: string | undefined;
  /** As the owner of the tables, to migrate them; the same as `databaseDirectUrl` unless set. */
  ownerDatabaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  role: (typeof processRoles)[number];
  /** Absolute; none: the status page is not published to a folder of its own. */
  publishDir: string | undefined;
  /** How many proxies in front may be believed about the client's address. */
  trustedProxies: number;
  /** Seconds between two heads of the audit chain that the worker writes down. */
  auditSeconds: number;
  /** Who is sent them as well, signed with its secret; none: nobody. */
  auditReceiver: { url: string; secret: string } | undefined;
  /** None: mail stays in the outbox that the console shows. */
  smtpUrl: string | undefined;
  mailFrom: { name: string; address: string };
  /** At least 32 characters. Always there with DATABASE_URL; else the launcher makes and keeps it. */
  secret: string | undefined;
  /** None: decided at the first start. */
  demo: boolean | undefined;
}

/** A wrong value in the environment; the message is one sentence per variable, for the person who starts Standby. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const address = /^[^\s@<>",;]+@[^\s@<>",;]+$/;
const wholeNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);
const yesOrNo = z.enum(['0', '1']).transform((text) => text === '1');
const absolutePath = z.string().transform((path) => resolve(path));

const webAddress = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine((url) => url.pathname === '/' && !url.search && !url.hash && !url.username)
  .transform((url) => url.origin);

const sender = z.string().transform((text, context) => {
  const named = /^([^<>"\r\n]*)<([^<>]+)>$/.exec(text.trim());
  const [name, mail] = named ? [named[1]?.trim() ?? '', named[2] ?? ''] : ['', text.trim()];
  if (!address.test(mail)) context.addIssue({ code: 'custom' });
  return { name, address: mail };
});

const database = {
  schema: z.url({ protocol: /^postgres(ql)?$/ }),
  accepts: 'postgresql://user:password@host:5432/database',
  hidden: true,
};

/** What each variable accepts, in words; `hidden` values never appear in a message. */
const variables = {
  PORT: {
    schema: wholeNumber.pipe(z.number().min(1).max(65_535)),
    accepts: 'a whole number from 1 to 65535',
  },
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:-]+$/),
    accepts: 'an address of this machine, such as 127.0.0.1, 0.0.0.0 or a host name',
  },
  STANDBY_URL: {
    schema: webAddress,
    accepts: 'the address people use, starting with http:// or https:// and without a path',
  },
  DATABASE_URL: database,
  DATABASE_DIRECT_URL: database,
  STANDBY_OWNER_DATABASE_URL: database,
  STANDBY_DATA_DIR: { schema: absolutePath, accepts: 'a folder' },
  STANDBY_ROLE: { schema: z.enum(processRoles), accepts: 'web, worker or all' },
  STANDBY_PUBLISH_DIR: { schema: absolutePath, accepts: 'a folder' },
  STANDBY_TRUSTED_PROXIES: {
    schema: wholeNumber.pipe(z.number().max(16)),
    accepts: 'the number of proxies in front of Standby, from 0 to 16',
  },
  STANDBY_AUDIT_SECONDS: {
    schema: wholeNumber.pipe(z.number().min(1).max(3_600)),
    accepts: 'the seconds between two heads of the audit chain that are written down, from 1 to 3600',
  },
  STANDBY_AUDIT_WEBHOOK: {
    schema: z.url({ protocol: /^https?$/ }),
    accepts: 'an http or https address',
    hidden: true,
  },
  STANDBY_AUDIT_WEBHOOK_SECRET: {
    schema: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/),
    accepts: '“whsec_” and at least 24 random bytes in Base64: echo "whsec_$(openssl rand -base64 32)"',
    hidden: true,
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }),
    accepts: 'smtp://user:password@host:587 or smtps://user:password@host:465',
    hidden: true,
  },
  MAIL_FROM: { schema: sender, accepts: 'an address such as “Standby <standby@example.org>”' },
  /** Read where addresses are, which browsers do as well. */
  STANDBY_SINGLE_LABEL_MAIL: { schema: yesOrNo, accepts: '0 or 1' },
  STANDBY_SECRET: { schema: z.string().min(32), accepts: 'at least 32 random characters', hidden: true },
  STANDBY_DEMO: { schema: yesOrNo, accepts: '0 or 1' },
} satisfies Record<string, { schema: z.ZodType; accepts: string; hidden?: boolean }>;

type Name = keyof typeof variables;
type Values = { [K in Name]?: z.output<(typeof variables)[K]['schema']> };

/**
 * Reads the settings out of an environment; an empty value counts as not set.
 * @throws SettingsError naming every wrong variable, what was found and what is accepted
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, variable] of Object.entries(variables)) {
    const text = environment[name]?.trim();
    if (!text) continue;
    const result = variable.schema.safeParse(text);
    if (result.success) values[name] = result.data;
    else wrong.push(sentence(name, text, variable));
  }
  const found = values as Values;
  if (found.DATABASE_URL && !environment.STANDBY_SECRET?.trim()) {
    wrong.push(
      'STANDBY_SECRET is not set, and with DATABASE_URL it must be, the same for every process: ' +
        'make one with “openssl rand -hex 32”.',
    );
  }
  if (
    Boolean(environment.STANDBY_AUDIT_WEBHOOK?.trim()) !==
    Boolean(environment.STANDBY_AUDIT_WEBHOOK_SECRET?.trim())
  ) {
    wrong.push('STANDBY_AUDIT_WEBHOOK and STANDBY_AUDIT_WEBHOOK_SECRET are set together, or none of them.');
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return settingsOf(found);
}

function settingsOf(found: Values): Settings {
  const port = found.PORT ?? 3000;
  const host = found.HOST ?? '127.0.0.1';
  const { STANDBY_AUDIT_WEBHOOK: url, STANDBY_AUDIT_WEBHOOK_SECRET: secret } = found;
  const databaseDirectUrl = found.DATABASE_DIRECT_URL ?? found.DATABASE_URL;
  return {
    port,
    host,
    url: found.STANDBY_URL ?? `http://${reachableName(host)}:${port}`,
    databaseUrl: found.DATABASE_URL,
    databaseDirectUrl,
    ownerDatabaseUrl: found.STANDBY_OWNER_DATABASE_URL ?? databaseDirectUrl,
    dataDir: found.STANDBY_DATA_DIR ?? resolve('.standby'),
    role: found.STANDBY_ROLE ?? 'all',
    publishDir: found.STANDBY_PUBLISH_DIR,
    trustedProxies: found.STANDBY_TRUSTED_PROXIES ?? 0,
    auditSeconds: found.STANDBY_AUDIT_SECONDS ?? 60,
    auditReceiver: url && secret ? { url, secret } : undefined,
    smtpUrl: found.SMTP_URL,
    mailFrom: found.MAIL_FROM ?? { name: 'Standby', address: 'standby@localhost' },
    secret: found.STANDBY_SECRET,
    demo: found.STANDBY_DEMO,
  };
}

function sentence(name: string, text: string, variable: { accepts: string; hidden?: boolean }): string {
  const shown = variable.hidden
    ? `has a value of ${text.length} characters that is not usable`
    : `is “${text}”`;
  return `${name} ${shown}; it takes ${variable.accepts}.`;
}

function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The settings of this process, read once. */
export const settings = oncePerProcess('settings', () => parseSettings(process.env));

/** The secret that everything signed or encrypted by this installation hangs on. */
export function installationSecret(): string {
  const { secret } = settings();
  if (secret) return secret;
  throw new SettingsError('STANDBY_SECRET is not set: start Standby with “npm start”, which makes one.');
}
