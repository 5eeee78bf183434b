'use client';

import { useActionState } from 'react';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';

interface RefuseMailsProps {
  token: string;
  action: FormAction;
}

/** One button: somebody else gave us this address, and its owner wants nothing of it. */
export function RefuseMails({ token, action }: RefuseMailsProps) {
  const [{ done, errors, refusal }, submit] = useActionState(action, untouchedForm);
  return (
    <div className="max-w-165 pt-10">
      <h1 className="text-2xl">{t(done ? 'refuse.done' : 'refuse.title')}</h1>
      <p className="muted mt-2">{t(done ? 'refuse.doneText' : 'refuse.text')}</p>
      {!done && (
        <Form action={submit} className="mt-6 grid gap-6" errors={refusal ? [refusal] : errors}>
          <input type="hidden" name="token" value={token} />
          <div>
            <SubmitButton size="lg">{t('refuse.button')}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  );
}
