import { z } from 'zod';

export const checkStateSchema = z.enum(['PENDING', 'RUNNING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED']);
export type CheckState = z.infer<typeof checkStateSchema>;
export const checkStateLabel: Record<CheckState, string> = {
  PENDING: 'To do',
  RUNNING: 'Running',
  OK: 'OK',
  FAULT: 'Fault',
  UNCLEAR: 'Unclear',
  SKIPPED: 'Skipped',
};

/** How an automated check looks; a manual one has none. */
export const probeKindSchema = z.enum([
  'DNS',
  'TCP',
  'TLS',
  'HTTP',
  'LATENCY',
  'KNOWN_GOOD',
  'BACKUP_AGE',
  'REPLICATION_LAG',
]);
export type ProbeKind = z.infer<typeof probeKindSchema>;
export const probeKindLabel: Record<ProbeKind, string> = {
  DNS: 'Name resolves (DNS)',
  TCP: 'Port answers (TCP)',
  TLS: 'Certificate (TLS)',
  HTTP: 'Page answers (HTTP)',
  LATENCY: 'Latency and loss',
  KNOWN_GOOD: 'Known-good request',
  BACKUP_AGE: 'Age of the newest backup',
  REPLICATION_LAG: 'Replication lag',
};
