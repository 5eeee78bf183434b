'use client';

import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { memberOptionsQuery } from '@/components/members/queries';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import { HintList } from '@/components/updates/hint-list';
import { NextField, SetTimeInput } from '@/components/updates/next-field';
import { fitsRole } from '@/lib/incidents/rules/fits-role';
import { isUrgent, type Severity } from '@/lib/severity/schema';
import { DeclarePreview } from './declare-preview';
import { DeclareServices } from './declare-services';
import { type DeclaredReport, needsPreview } from './declare-values';
import { SeverityChoice } from './severity-choice';
import { type Declaration, useDeclaration } from './use-declaration';

interface DeclareFormProps {
  /** The report it is declared from; without one it is declared from scratch. */
  report?: DeclaredReport | undefined;
  severity?: Severity | undefined;
  /** A closed incident that it follows. */
  previousRef?: string | undefined;
  /** The service that it is about, as far as is known. */
  serviceId?: string | undefined;
  onDeclared: (ref: string) => void;
  onCancel?: (() => void) | undefined;
}

/** Declares an incident. Critical and Severe ones are looked at once more before users see them. */
export function DeclareForm({ onCancel, ...options }: DeclareFormProps) {
  const { report } = options;
  const declaration = useDeclaration({ severity: undefined, previousRef: undefined, ...options, report });
  const { values, step, setStep, pending, declare, services, errors, nextUpdateAt } = declaration;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void declare();
  };
  return (
    <Form onSubmit={submit} className="inc-declare" errors={errors}>
      {step === 'preview' && values.severity ? (
        <DeclarePreview
          values={{ ...values, severity: values.severity }}
          services={services}
          nextUpdateAt={nextUpdateAt}
        />
      ) : (
        <Fields declaration={declaration} fromReport={report !== undefined} />
      )}
      <div className="row flex-wrap">
        <Button type="submit" variant="primary" pending={pending}>
          {buttonWords(declaration)}
        </Button>
        {step === 'preview' ? (
          <Button onClick={() => setStep('write')}>Change something</Button>
        ) : onCancel ? (
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </div>
    </Form>
  );
}

function buttonWords({ values, visibility, step }: Declaration): string {
  if (step === 'preview') return 'Declare and show users';
  if (needsPreview(values.severity, visibility)) return 'See what users will see';
  return visibility === 'PUBLIC' ? 'Declare' : 'Declare internally';
}

function Fields({ declaration, fromReport }: { declaration: Declaration; fromReport: boolean }) {
  const { values, set, services, shown, unread, errorOf } = declaration;
  const canBeShown = values.services.some((one) => shown.has(one.serviceId));
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="As users say it: “Case Records is not available”"
        maxLength={160}
        value={values.title}
        onChange={(event) => set({ title: event.target.value })}
        error={errorOf('title')}
      />
      <SeverityChoice
        value={values.severity}
        onChange={(severity) => set({ severity, ...(unread ? {} : { next: null }) })}
        slow={values.slow}
        onSlow={(slow) => set({ slow })}
        error={errorOf('severity')}
      />
      <DeclareServices
        values={values}
        services={services}
        error={errorOf('services')}
        onChange={(list) => set({ services: list })}
      />
      {canBeShown ? (
        <Choice
          type="checkbox"
          name="keepInternal"
          label="Keep it internal for now"
          description="Nothing changes on the status page, and only its reporters are written to."
          checked={values.keepInternal}
          onChange={(event) => set({ keepInternal: event.target.checked })}
        />
      ) : null}
      <FirstUpdateFields declaration={declaration} />
      <People declaration={declaration} fromReport={fromReport} />
    </>
  );
}

/** The first words and the promise of the next. */
function FirstUpdateFields({ declaration }: { declaration: Declaration }) {
  const { values, set, visibility, errorOf } = declaration;
  return (
    <>
      <div>
        <TextAreaField
          name="update"
          label="First update"
          optional
          hint={
            visibility === 'PUBLIC'
              ? 'To everyone: what is happening, what it means for them, what we do, when they hear next.'
              : 'To its reporters only: what is happening, what it means for them, what we do.'
          }
          value={values.text}
          onChange={(event) => set({ text: event.target.value })}
          error={errorOf('update')}
        />
        <HintList text={values.text} />
      </div>
      <NextUpdateField declaration={declaration} />
    </>
  );
}

function NextUpdateField({ declaration }: { declaration: Declaration }) {
  const { values, set, settings, unread, nextValue, errorOf } = declaration;
  const first = values.severity !== null && isUrgent(values.severity) && !values.text.trim();
  const promised = first ? 'The first one is promised by then.' : undefined;
  const onChange = (next: string): void => set({ next });
  return (
    <Field
      name="next"
      label="Next update"
      hint={unread ? `When it usually comes is not known: ${unread} Choose a time yourself.` : promised}
      error={errorOf('next')}
    >
      {(control) => {
        if (unread) return <SetTimeInput {...control} value={nextValue ?? ''} onChange={onChange} />;
        if (!settings || !values.severity || !nextValue) {
          return <p className="muted">Follows from the severity.</p>;
        }
        return (
          <NextField
            id={control.id}
            severity={values.severity}
            settings={settings}
            value={nextValue}
            onChange={onChange}
            describedBy={control['aria-describedby']}
            invalid={control['aria-invalid']}
          />
        );
      }}
    </Field>
  );
}

function People({ declaration, fromReport }: { declaration: Declaration; fromReport: boolean }) {
  const { values, set, errorOf } = declaration;
  const { data: members } = useQuery(memberOptionsQuery);
  const choices = (members ?? []).filter((member) => fitsRole(member, 'MANAGER'));
  return (
    <div className="inc-pair">
      <SelectField
        name="managerId"
        label="Incident manager"
        value={values.managerId}
        onChange={(event) => set({ managerId: event.target.value })}
        error={errorOf('managerId')}
        options={[
          { value: '', label: 'Me' },
          ...choices.map((member) => ({ value: member.id, label: member.name })),
        ]}
      />
      {fromReport ? null : (
        <TextField
          name="startedAt"
          type="datetime-local"
          label="Began"
          optional
          value={values.began}
          onChange={(event) => set({ began: event.target.value })}
          error={errorOf('startedAt')}
        />
      )}
    </div>
  );
}
