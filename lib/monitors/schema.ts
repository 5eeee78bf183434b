import { z } from 'zod';
import { edits } from '@/lib/platform/input/edits';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { name } from '@/lib/platform/input/text';
import { type NetworkProbe, probeSchema } from '@/lib/probes/rules/probe';

export const monitorStateSchema = z.enum(['UNKNOWN', 'UP', 'DOWN']);
export type MonitorState = z.infer<typeof monitorStateSchema>;

/** What a monitor probes: what goes out over the network. */
export const monitorProbeSchema = probeSchema.transform((probe, check): NetworkProbe => {
  if (probe.kind !== 'BACKUP_AGE' && probe.kind !== 'KNOWN_GOOD') return probe;
  check.addIssue({
    code: 'custom',
    message: 'A monitor probes names, ports, certificates and pages only.',
  });
  return z.NEVER;
});

const idSchema = idInput('Name the monitor by its id.');

const fields = {
  name: name(120, { missing: 'Give the monitor a name.', long: 'Use 120 characters or fewer.' }),
  probe: monitorProbeSchema,
  intervalSeconds: z.coerce
    .number('Enter a number of seconds.')
    .int('Enter a whole number of seconds.')
    .min(10, 'Look every 10 seconds at most.')
    .max(86_400, 'Probe once a day at least.')
    .default(30),
  /** Probes in a row that have to fail before it counts. */
  confirmations: z.coerce
    .number('Enter a number.')
    .int('Enter a whole number.')
    .min(1, 'One failed probe is the least that can count.')
    .max(10, 'Use 10 or fewer.')
    .default(2),
  raisesReports: z.boolean().default(true),
};

export const createMonitorInput = z.object({
  service: z.string().trim().min(1, 'Name the service.').max(80),
  ...fields,
});
export const editMonitorInput = z.object({ monitorId: idSchema, version: seenVersion, ...edits(fields) });
export type MonitorFields = Pick<z.input<typeof createMonitorInput>, keyof typeof fields>;

export const pauseMonitorInput = z.object({
  monitorId: idSchema,
  version: seenVersion,
  /** False goes on probing. */
  paused: z.boolean(),
});
export const archiveMonitorInput = z.object({ monitorId: idSchema, version: seenVersion });
