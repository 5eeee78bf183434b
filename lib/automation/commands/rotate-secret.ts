import { z } from 'zod';
import { newEndpointSecret, sealedSecret } from '@/lib/automation/endpoint-secret';
import { endpointSecretRotated } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { endpointSecretViewSchema } from '@/lib/automation/queries/views';
import { rotateSecretInput } from '@/lib/automation/schema';
import { endpoints } from '@/lib/automation/subject';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** `mark` tells the answer of this call from the stored one of an earlier call. */
function rotateWith(mark: string, secret: string) {
  return command({
    input: rotateSecretInput,
    answer: endpointSecretViewSchema.omit({ secret: true }).extend({ mark: z.string() }),
    subject: endpoints,
    of: ({ id }) => id,
    allow: permit(automationPolicy, 'automation.rotateSecret'),
    run: async ({ tx, subject, record }) => {
      record(endpointSecretRotated({ endpointId: subject.id }));
      return { ...(await endpoints.write(tx, subject, sealedSecret(subject.id, secret))), mark };
    },
  });
}

/** Makes a new secret; the old one is worth nothing from now on. It is in this answer and nowhere else. */
export const rotateEndpointSecret = asCommand(
  rotateWith('', ''),
  endpointSecretViewSchema,
  async (ctx: Context, raw: z.input<typeof rotateSecretInput>) => {
    const [mine, secret] = [newId(), newEndpointSecret()];
    const { mark, ...view } = await rotateWith(mine, secret)(ctx, raw);
    return { ...view, secret: mark === mine ? secret : null };
  },
);
