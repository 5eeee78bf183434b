'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, errorsOf } from '@/components/api/call-api';
import { serviceListQuery } from '@/components/services/api';
import { useNow, useZone } from '@/components/ui/clock';
import { useDraft, writeDraft } from '@/components/updates/draft-store';
import { nextBody, nextDue, usualNext } from '@/components/updates/next-choices';
import { instantOn } from '@/lib/clocks/office-time';
import type { Severity } from '@/lib/severity/schema';
import { declareIncident, settingsQuery } from './api';
import {
  type DeclaredReport,
  type DeclareValues,
  declareBody,
  declaredVisibility,
  type FormError,
  fieldOf,
  initialValues,
  missing,
  needsPreview,
} from './declare-values';

interface Options {
  report: DeclaredReport | undefined;
  severity: Severity | undefined;
  previousRef: string | undefined;
  onDeclared: (ref: string) => void;
  onRefused?: ((problem: ApiProblem) => void) | undefined;
}

type Kept = Partial<Pick<DeclareValues, 'title' | 'text'>>;

function keptIn(draft: string): Kept {
  try {
    return draft ? (JSON.parse(draft) as Kept) : {};
  } catch {
    return {};
  }
}

function instantOf(began: string, zone: string): Date | null {
  const [date, time] = began.split('T');
  return date && time ? instantOn(date, time, zone) : null;
}

/** What is typed, what follows from it, and the two steps to the declaration. */
export function useDeclaration({ report, severity, previousRef, onDeclared, onRefused }: Options) {
  const zone = useZone();
  const moment = { now: useNow(), zone };
  const draftKey = `declare:${report?.id ?? 'new'}`;
  const [draft, setDraft] = useDraft(draftKey);
  const [typed, setTyped] = useState(() => initialValues(report, severity));
  const [errors, setErrors] = useState<FormError[]>([]);
  const [step, setStep] = useState<'write' | 'preview'>('write');
  const [pending, setPending] = useState(false);
  const key = useRef(crypto.randomUUID());
  const { data: services } = useQuery(serviceListQuery({ text: '', only: 'all' }));
  const { data: inForce } = useQuery(settingsQuery);
  const settings = inForce?.settings;

  const values = { ...typed, ...keptIn(draft) };
  const set = (patch: Partial<DeclareValues>): void => {
    const { title, text, ...rest } = patch;
    if (title !== undefined || text !== undefined) {
      setDraft(JSON.stringify({ title: values.title, text: values.text, ...patch }));
    }
    setTyped((before) => ({ ...before, ...rest }));
    setStep('write');
  };
  const shown = new Set((services ?? []).filter((one) => one.visibility === 'PUBLIC').map(({ id }) => id));
  const visibility = declaredVisibility(values, shown);
  const nextValue =
    values.next ?? (settings && values.severity ? usualNext(values.severity, settings) : null);
  const next = settings && nextValue ? nextBody(nextValue, settings, moment) : null;
  const due = settings && nextValue ? nextDue(nextValue, settings, moment) : null;

  const declare = async (): Promise<void> => {
    const found = missing(values, next);
    setErrors(found);
    if (found.length > 0 || !next) return;
    if (step === 'write' && needsPreview(values.severity, visibility)) return setStep('preview');
    setPending(true);
    try {
      const startedAt = instantOf(values.began, zone);
      const body = declareBody({ values, report, previousRef, visibility, next, startedAt });
      const { ref } = await declareIncident(body, key.current);
      writeDraft(draftKey, '');
      onDeclared(ref);
    } catch (error) {
      key.current = crypto.randomUUID();
      setErrors(
        errorsOf(error).summary.map(({ field, message }) =>
          field ? { field: fieldOf(field), message } : { message },
        ),
      );
      setStep('write');
      if (error instanceof ApiProblem) onRefused?.(error);
    } finally {
      setPending(false);
    }
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const nextUpdateAt = due?.toISOString() ?? null;
  const base = { values, set, services: services ?? [], settings, visibility, nextValue, nextUpdateAt };
  return { ...base, errors, errorOf, step, setStep, pending, declare, shown };
}

export type Declaration = ReturnType<typeof useDeclaration>;
