'use client';

import type { ReactNode } from 'react';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import { t } from '@/lib/language/catalogue';
import {
  affectedSchema,
  claimedSeverity,
  experienceSchema,
  noticedSchema,
} from '@/lib/reports/rules/details';

/** The fields of a form as they were typed, and what is wrong with them. */
interface FormFields {
  typed: (name: string) => string;
  errorOf: (name: string) => string | undefined;
}

interface ReportQuestionsProps extends FormFields {
  /** Nothing was answered yet. */
  fresh?: boolean;
  /** What stands below the words; without it they are not asked, nor is the time: whoever corrects keeps both. */
  children?: ReactNode;
}

/** What every report is asked, whether somebody sends it or corrects it. */
export function ReportQuestions({ fresh = false, children, ...fields }: ReportQuestionsProps) {
  return (
    <>
      <ExperienceQuestion {...fields} />
      {children ? (
        <>
          <NoticedQuestion {...fields} />
          <div className="q">
            <DescriptionQuestion {...fields} />
            {children}
          </div>
        </>
      ) : null}
      <AffectedQuestion {...fields} />
      <ContactQuestion {...fields} fresh={fresh} />
    </>
  );
}

function ExperienceQuestion({ typed, errorOf }: FormFields) {
  return (
    <div className="q">
      <ChoiceGroup
        name="experience"
        legend={t('report.experience')}
        error={errorOf('experience')}
        className="lvl"
      >
        {experienceSchema.options.map((experience) => (
          <Choice
            key={experience}
            type="radio"
            name="experience"
            value={experience}
            defaultChecked={typed('experience') === experience}
            label={t(`report.experience.${experience}`)}
            description={t(`report.experienceHint.${experience}`)}
            mark={<SeverityMark severity={claimedSeverity[experience]} size="lg" />}
          />
        ))}
      </ChoiceGroup>
      <Choice
        type="checkbox"
        name="slow"
        value="on"
        className="slow"
        defaultChecked={typed('slow') === 'on'}
        label={t('report.slow')}
      />
    </div>
  );
}

/** One of a few, where nobody has to be sure. */
function radios<V extends string>(
  name: string,
  values: readonly V[],
  typed: FormFields['typed'],
  labelOf: (value: V) => string,
) {
  const chosen = typed(name) || 'NOT_SURE';
  return values.map((value) => (
    <Choice
      key={value}
      type="radio"
      name={name}
      value={value}
      defaultChecked={chosen === value}
      label={labelOf(value)}
    />
  ));
}

function NoticedQuestion({ typed, errorOf }: FormFields) {
  return (
    <div className="q noticed">
      <ChoiceGroup name="noticed" legend={t('report.noticed')} layout="row" error={errorOf('noticed')}>
        {radios('noticed', noticedSchema.options, typed, (noticed) => t(`report.noticed.${noticed}`))}
      </ChoiceGroup>
      <TextField
        type="time"
        name="noticedTime"
        label={t('report.noticedTime')}
        fieldClassName="when when-time"
        defaultValue={typed('noticedTime')}
        error={errorOf('noticedTime')}
      />
      <TextField
        type="date"
        name="noticedDate"
        label={t('report.noticedDate')}
        fieldClassName="when when-date"
        defaultValue={typed('noticedDate')}
        error={errorOf('noticedDate')}
      />
    </div>
  );
}

function DescriptionQuestion({ typed, errorOf }: FormFields) {
  return (
    <TextAreaField
      name="description"
      rows={4}
      label={t('report.description')}
      hint={t('report.description.hint')}
      defaultValue={typed('description')}
      error={errorOf('description')}
    />
  );
}

function AffectedQuestion({ typed, errorOf }: FormFields) {
  return (
    <div className="q">
      <ChoiceGroup name="affected" legend={t('report.affected')} layout="row" error={errorOf('affected')}>
        {radios('affected', affectedSchema.options, typed, (affected) => t(`report.affected.${affected}`))}
      </ChoiceGroup>
      <TextField
        name="affectedWhere"
        label={t('report.affectedWhere')}
        hint={t('report.affectedWhere.hint')}
        optional
        fieldClassName="mt"
        defaultValue={typed('affectedWhere')}
        error={errorOf('affectedWhere')}
      />
    </div>
  );
}

function ContactQuestion({ typed, errorOf, fresh }: FormFields & { fresh: boolean }) {
  return (
    <div className="q contact">
      <h2 className="label">{t('report.contact')}</h2>
      <TextField
        name="name"
        label={t('report.contact.name')}
        optional
        autoComplete="name"
        defaultValue={typed('name')}
        error={errorOf('name')}
      />
      <TextField
        name="email"
        type="email"
        label={t('report.contact.email')}
        hint={t('report.contact.hint')}
        optional
        autoComplete="email"
        defaultValue={typed('email')}
        error={errorOf('email')}
      />
      <Choice
        type="checkbox"
        name="wantsUpdates"
        value="on"
        className="updates"
        defaultChecked={fresh || typed('wantsUpdates') === 'on'}
        label={t('report.contact.updates')}
      />
    </div>
  );
}
