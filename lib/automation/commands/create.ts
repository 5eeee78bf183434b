import type { z } from 'zod';
import { assertUnusedAddress } from '@/lib/automation/assert-unused-address';
import { newEndpointSecret, sealedSecret } from '@/lib/automation/endpoint-secret';
import { endpointCreated } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { endpointSecretViewSchema } from '@/lib/automation/queries/views';
import { createEndpointInput } from '@/lib/automation/schema';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** The command for one fresh secret. Its answer leaves the secret out, because answers to repeatable requests are stored. */
function createWith(id: string, secret: string) {
  return command({
    input: createEndpointInput,
    answer: endpointSecretViewSchema.omit({ secret: true }),
    load: async () => undefined,
    allow: permit(automationPolicy, 'automation.create'),
    run: async ({ tx, input, now, record }) => {
      await assertUnusedAddress(tx, input.url, null);
      await tx.automationEndpoint.create({
        data: { id, ...input, ...sealedSecret(id, secret), createdAt: now },
      });
      record(endpointCreated({ endpointId: id, mode: input.mode, serviceId: input.serviceId }));
      return { id, version: 1 };
    },
  });
}

/** Adds an endpoint. Its secret is in this answer and nowhere else: a repeated request gets the endpoint without it. */
export const createEndpoint = asCommand(
  createWith('', ''),
  endpointSecretViewSchema,
  async (ctx: Context, raw: z.input<typeof createEndpointInput>) => {
    const [id, secret] = [newId(), newEndpointSecret()];
    const view = await createWith(id, secret)(ctx, raw);
    return { ...view, secret: view.id === id ? secret : null };
  },
);
