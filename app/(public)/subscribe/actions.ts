'use server';

import { currentContext } from '@/lib/auth/pages/current-member';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { assertChosen, type SubscriptionFormState, typedChoices } from '@/lib/subscribers/rules/form';

export async function subscribeAction(
  _before: SubscriptionFormState,
  form: FormData,
): Promise<SubscriptionFormState> {
  const typed = typedChoices(form);
  try {
    assertChosen(form);
    const { website } = fieldsOf(form);
    const { email } = await subscribe(await currentContext(), {
      email: typed.email,
      services: typed.services,
      minimumSeverity: typed.minimumSeverity,
      ...(website ? { website } : {}),
    });
    return { status: 'done', typed: { ...typed, email }, errors: [], refusal: null };
  } catch (error) {
    return { status: 'refused', typed, ...refusalOf(error) };
  }
}
