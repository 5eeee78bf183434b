import { newEndpointSecret, sealedSecret } from '@/lib/automation/endpoint-secret';
import { endpointSecretRotated } from '@/lib/automation/events';
import { automationPolicy } from '@/lib/automation/policy';
import { type EndpointSecretView, rotateSecretInput } from '@/lib/automation/schema';
import { endpoints } from '@/lib/automation/subject';
import { type Command, command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** `mark` tells the answer of this call from the stored one of an earlier call. */
function rotateWith(mark: string, secret: string) {
  return command({
    name: 'automation.rotateSecret',
    input: rotateSecretInput,
    subject: endpoints,
    of: ({ id }) => id,
    allow: permit(automationPolicy, 'automation.rotateSecret'),
    run: async ({ tx, subject, record }) => {
      record(endpointSecretRotated({ endpointId: subject.id }));
      return { ...(await endpoints.write(tx, subject, sealedSecret(subject.id, secret))), mark };
    },
  });
}

const { commandName, act, input } = rotateWith('', '');
type Rotate = Command<typeof rotateSecretInput, EndpointSecretView>;

/** Makes a new secret; the old one is worth nothing from now on. It is in this answer and nowhere else. */
export const rotateEndpointSecret: Rotate = Object.assign(
  async (...[ctx, raw]: Parameters<Rotate>): Promise<EndpointSecretView> => {
    const [mine, secret] = [newId(), newEndpointSecret()];
    const { mark, ...view } = await rotateWith(mine, secret)(ctx, raw);
    return { ...view, secret: mark === mine ? secret : null };
  },
  { commandName, act, input },
);
