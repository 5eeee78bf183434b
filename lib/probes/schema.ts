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

/** What Standby sees with: its line as a whole, or that of a part of what it looks at. */
export const senseSchema = z.enum(['LINE', 'NAMES', 'IPV6', 'INTERNET']);
export type Sense = z.infer<typeof senseSchema>;

/** “Standby itself sees …” */
export const blindWords: Record<Sense, string> = {
  LINE: 'nothing',
  NAMES: 'nothing that it knows by name',
  IPV6: 'nothing of IPv6',
  INTERNET: 'nothing beyond its own network',
};

/** “Look at … first.” */
export const blindCauses: Record<Sense, string> = {
  LINE: 'its own line',
  NAMES: 'the name servers of its machine',
  IPV6: 'how its machine reaches IPv6',
  INTERNET: 'how its network reaches the others',
};
