'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { refusalOf } from '@/components/api/refusal';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { serviceListQuery } from '@/components/services/queries';
import { useNow, useZone } from '@/components/ui/clock';
import { nextBody, nextDue, usualNext } from '@/components/updates/next-choices';
import { instantOn } from '@/lib/clocks/rules/office-time';
import type { Severity } from '@/lib/severity/schema';
import {
  type DeclaredReport,
  type DeclareValues,
  declareBody,
  declaredVisibility,
  initialValues,
  missing,
  needsPreview,
} from './declare-values';
import { settingsQuery } from './queries';

interface Options {
  report: DeclaredReport | undefined;
  severity: Severity | undefined;
  previousRef: string | undefined;
  serviceId?: string | undefined;
  onDeclared: (ref: string) => void;
}

function instantOf(began: string, zone: string): Date | null {
  const [date, time] = began.split('T');
  return date && time ? instantOn(date, time, zone) : null;
}

/** What is typed, what follows from it, and the two steps to the declaration. */
export function useDeclaration({ report, severity, previousRef, serviceId, onDeclared }: Options) {
  const zone = useZone();
  const moment = { now: useNow(), zone };
  const of = report?.id ?? previousRef ?? serviceId ?? 'new';
  const draft = useDraft(`declare:${of}`, initialValues(report, severity, serviceId));
  // What was just given is meant, whatever was chosen when the draft was left.
  const [given, setGiven] = useState(severity);
  const [step, setStep] = useState<'write' | 'preview'>('write');
  const { data: services } = useQuery(serviceListQuery({ text: '', only: 'all' }));
  const inForce = useQuery(settingsQuery);
  const settings = inForce.data?.settings;

  const values = { ...draft.values, ...(given ? { severity: given } : {}) };
  const set = (patch: Partial<DeclareValues>): void => {
    draft.set(patch);
    if (patch.severity) setGiven(undefined);
    setStep('write');
  };
  const shown = new Set((services ?? []).filter((one) => one.visibility === 'PUBLIC').map(({ id }) => id));
  const visibility = declaredVisibility(values, shown);
  const nextValue =
    values.next ?? (settings && values.severity ? usualNext(values.severity, settings) : null);
  const next = nextValue ? nextBody(nextValue, settings, moment) : null;
  const due = nextValue ? nextDue(nextValue, settings, moment) : null;

  const act = useAct({
    touches: ['incident', 'report', 'home'],
    version: report?.version,
    form: 'opened',
    draft,
    call: (entered: DeclareValues, { version, key }) => {
      const { severity: chosen } = entered;
      if (!next || !chosen) throw new Error('What is missing is told before this.');
      const from = report && { id: report.id, version };
      const startedAt = instantOf(entered.began, zone);
      const body = declareBody({
        values: entered,
        severity: chosen,
        report: from,
        previousRef,
        visibility,
        next,
        startedAt,
      });
      return api('POST /incidents', body, { key });
    },
    missing: () => missing(values, next),
    onDone: ({ ref }) => onDeclared(ref),
    onRefused: () => setStep('write'),
  });
  const declare = async (): Promise<void> => {
    const previews = step === 'write' && needsPreview(values.severity, visibility);
    if (previews && missing(values, next).length === 0) setStep('preview');
    else await act.run(values);
  };
  const nextUpdateAt = due?.toISOString() ?? null;
  const base = { values, set, services: services ?? [], settings, visibility, nextValue, nextUpdateAt };
  // Before it is known when the next update usually comes, nothing is missing yet.
  const reading = inForce.isLoading && inForce.errorUpdateCount === 0;
  const unread = settings || reading ? null : refusalOf(inForce.error ?? inForce.failureReason).message;
  const pending = act.pending || reading;
  return { ...base, ...act, pending, unread, step, setStep, declare, shown };
}

export type Declaration = ReturnType<typeof useDeclaration>;
