'use client';

import { useActionState } from 'react';
import { NarrowPage } from '@/components/layout/narrow-page';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';

interface RefuseMailsProps {
  token: string;
  email: string;
  /** It was said before, perhaps by mistake. */
  refused: boolean;
  action: FormAction;
}

/** Somebody else gave us this address, and its owner wants nothing of it; or they do after all. */
export function RefuseMails({ token, email, refused, action }: RefuseMailsProps) {
  const [{ typed, done, errors, refusal }, submit] = useActionState(action, untouchedForm);
  const isRefused = done ? typed.wish === 'nothing' : refused;
  const isBack = done && !isRefused;
  const [title, text] = isRefused
    ? (['refuse.done', 'refuse.doneText'] as const)
    : isBack
      ? (['refuse.back.done', 'refuse.back.doneText'] as const)
      : (['refuse.title', 'refuse.text'] as const);
  return (
    <NarrowPage title={t(title)} lead={t(text, { email })} answered={done}>
      {isBack ? (
        <LinkButton href="/" reload className="mt-6">
          {t('page.backToStatus')}
        </LinkButton>
      ) : (
        <Form
          action={submit}
          className={isRefused ? 'card mt-6 grid gap-4 p-6 max-sm:px-4' : 'mt-6 grid gap-6'}
          errors={refusal ? [refusal] : errors}
        >
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="wish" value={isRefused ? 'mails' : 'nothing'} />
          {isRefused && <p>{t('refuse.back.text')}</p>}
          <div>
            <SubmitButton size="lg" variant={isRefused ? 'default' : 'primary'}>
              {t(isRefused ? 'refuse.back.button' : 'refuse.button')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </NarrowPage>
  );
}
