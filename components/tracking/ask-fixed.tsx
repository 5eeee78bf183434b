'use client';

import { useId, useState } from 'react';
import { StatusMark } from '@/components/status/status-mark';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { FormAction, FormState } from '@/lib/platform/rules/form-state';
import type { FixedAnswer } from '@/lib/reports/schema';
import type { ServiceStatus } from '@/lib/services/schema';
import type { TrackView } from '@/lib/tracking/queries/views';
import { useTrackForm } from './use-track-form';

const choices: [FixedAnswer, ServiceStatus][] = [
  ['WORKS', 'OPERATIONAL'],
  ['PARTLY', 'DEGRADED'],
  ['NOT_YET', 'MAJOR_OUTAGE'],
];

interface AskFixedProps {
  view: TrackView;
  token: string;
  action: FormAction;
}

/** "Is it working for you now?", once there is something to ask about. */
export function AskFixed({ view, token, action }: AskFixedProps) {
  const id = useId();
  const { state, pending, formAction, onSubmit } = useTrackForm(action);
  const asks = view.asked || view.state === 'LINKED' || view.state === 'STILL_BROKEN';
  // What is written stays where it is, whatever becomes of the report meanwhile, until it was sent.
  const [writtenAfter, setWrittenAfter] = useState<FormState | null>(null);
  const refused = !state.done && Boolean(state.typed.comment);
  const open = asks || refused || writtenAfter === state;
  if (!open && !view.answer) return null;
  return (
    <section className="card ask" aria-labelledby={id}>
      <h2 id={id}>{t('track.fixed')}</h2>
      {open ? (
        <>
          <p>
            {view.asked ? null : `${t('track.fixed.later')} `}
            {t('track.fixed.hint')}
          </p>
          <Form
            action={formAction}
            onSubmit={onSubmit}
            errors={state.refusal ? [state.refusal] : state.errors}
          >
            <input type="hidden" name="token" value={token} />
            <div className="btns">
              {choices.map(([answer, status]) => (
                <Button key={answer} type="submit" name="answer" value={answer} pending={pending}>
                  <StatusMark status={status} />
                  {t(`track.fixed.${answer}`)}
                </Button>
              ))}
            </div>
            <details className="comment" open={Boolean(state.typed.comment) || undefined}>
              <summary>{t('track.fixed.comment')}</summary>
              <input
                className="input"
                name="comment"
                aria-label={t('track.fixed.comment')}
                defaultValue={state.done ? '' : (state.typed.comment ?? '')}
                onChange={({ target }) => setWrittenAfter(target.value ? state : null)}
              />
            </details>
          </Form>
        </>
      ) : null}
      <p role="status">{view.answer ? <GivenAnswer answer={view.answer} /> : null}</p>
    </section>
  );
}

function GivenAnswer({ answer: { answer, at } }: { answer: NonNullable<TrackView['answer']> }) {
  return (
    <>
      {t('track.fixed.said')} <b className="ink">“{t(`track.fixed.${answer}`)}”</b>{' '}
      <Time at={at} show="datetime" />. {t('track.fixed.thanks')}
    </>
  );
}
