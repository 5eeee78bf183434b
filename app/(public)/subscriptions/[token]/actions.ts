'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { callOf } from '@/lib/auth/request-context';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import { t } from '@/lib/language/catalogue';
import { AppError } from '@/lib/platform/errors';
import { changeSubscription } from '@/lib/subscribers/commands/change';
import { confirmSubscription } from '@/lib/subscribers/commands/confirm';
import { unsubscribe } from '@/lib/subscribers/commands/unsubscribe';
import { type OpenedLink, openSubscriptionLink } from '@/lib/subscribers/link';
import { assertChosen, type SubscriptionFormState, typedChoices } from '@/lib/subscribers/rules/form';

/** Runs a form as the subscriber whose link it was opened with. */
async function asSubscriber(
  form: FormData,
  run: (link: OpenedLink) => Promise<unknown>,
): Promise<SubscriptionFormState> {
  const typed = typedChoices(form);
  try {
    assertChosen(form);
    const visitor = { ...callOf(await headers()), actor: { kind: 'anonymous' as const } };
    await run(await openSubscriptionLink(visitor, fieldsOf(form).token ?? ''));
    return { status: 'done', typed, errors: [], refusal: null };
  } catch (error) {
    return { status: 'refused', typed, ...refusalOf(error) };
  }
}

export async function confirmAction(
  _before: SubscriptionFormState,
  form: FormData,
): Promise<SubscriptionFormState> {
  const answer = await asSubscriber(form, async ({ ctx, subscriberId, purpose }) => {
    // The links of later mails manage and end a subscription; only that of the question says yes to it.
    if (purpose !== 'subscription-confirm') throw new AppError('not_found', t('error.link.title'));
    const { services, minimumSeverity } = typedChoices(form);
    await confirmSubscription(ctx, { subscriberId, services, minimumSeverity });
  });
  // The page itself says that it is confirmed, with JavaScript and without.
  if (answer.status === 'done') redirect(`/subscriptions/${fieldsOf(form).token}`);
  return answer;
}

export async function changeAction(
  _before: SubscriptionFormState,
  form: FormData,
): Promise<SubscriptionFormState> {
  const typed = typedChoices(form);
  return await asSubscriber(form, async ({ ctx, subscriberId }) => {
    const { services, minimumSeverity } = typed;
    await changeSubscription(ctx, { subscriberId, services, minimumSeverity });
  });
}

export async function stopAction(
  _before: SubscriptionFormState,
  form: FormData,
): Promise<SubscriptionFormState> {
  return await asSubscriber(form, ({ ctx, subscriberId }) => unsubscribe(ctx, { subscriberId }));
}
