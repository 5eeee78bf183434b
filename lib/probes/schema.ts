import { z } from 'zod';

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
