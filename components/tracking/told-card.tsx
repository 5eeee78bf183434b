'use client';

import type { ReactNode } from 'react';
import { AffectedQuestion, ContactQuestion, ExperienceQuestion } from '@/components/reports/report-questions';
import { Button } from '@/components/ui/button';
import { CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { TrackAction } from '@/lib/reports/rules/form-state';
import type { TrackView } from '@/lib/tracking/queries/views';
import { useTrackForm } from './use-track-form';

interface ToldCardProps {
  told: TrackView['told'];
  version: number;
  name: string | null;
  receivedAt: string;
  token: string;
  action: TrackAction;
}

/** What the reporter told us, and the way to correct it. The words of the report stay; a reply adds to them. */
export function ToldCard({ told, version, name, token, action }: ToldCardProps) {
  const close = (form: HTMLFormElement) => form.closest('details')?.removeAttribute('open');
  const { state, pending, formAction, onSubmit } = useTrackForm(action, close);
  const before: Record<string, string> = {
    experience: told.experience,
    slow: told.slow ? 'on' : '',
    affected: told.affected,
    affectedWhere: told.affectedWhere ?? '',
    name: name ?? '',
    email: told.email ?? '',
    wantsUpdates: told.wantsUpdates ? 'on' : '',
  };
  const refused = !state.done && (state.errors.length > 0 || state.refusal !== null);
  const fields = {
    typed: (field: string) => (refused ? (state.typed[field] ?? '') : (before[field] ?? '')),
    errorOf: (field: string) => state.errors.find((error) => error.field === field)?.message,
  };
  return (
    <section className="card your" aria-labelledby="told">
      <CardHeader title={t('track.told')} id="told" level={3} />
      <dl>
        <Told label={t('track.told.experience')}>{t(`report.experience.${told.experience}`)}</Told>
        {told.sinceAt ? (
          <Told label={t('track.told.since')}>
            <Time at={told.sinceAt} show={told.sincePrecision === 'DAY' ? 'date' : 'datetime'} />
          </Told>
        ) : null}
        {told.affected === 'NOT_SURE' ? null : (
          <Told label={t('track.told.affected')}>{t(`report.affected.${told.affected}`)}</Told>
        )}
        {told.affectedWhere ? <Told label={t('track.told.affectedWhere')}>{told.affectedWhere}</Told> : null}
        <Told label={t('track.told.contact')}>
          {told.email ?? t('track.told.noContact')}
          {told.email && !told.wantsUpdates ? ` ${t('track.told.onlyQuestions')}` : null}
        </Told>
      </dl>
      <details className="correct" open={refused || undefined}>
        <summary>{t('track.correct')}</summary>
        <form action={formAction} onSubmit={onSubmit} noValidate key={version}>
          <ErrorSummary errors={state.refusal ? [{ message: state.refusal }] : state.errors} />
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="version" value={version} />
          <ExperienceQuestion {...fields} />
          <AffectedQuestion {...fields} />
          <ContactQuestion {...fields} fresh={false} />
          <Button type="submit" variant="primary" className="mt-6" pending={pending}>
            {t('track.correct.save')}
          </Button>
        </form>
      </details>
    </section>
  );
}

function Told({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
