'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { type Draft, useDraft } from '@/components/api/use-draft';
import { useIncident } from '@/components/incidents/incident-context';
import { useNow, useZone } from '@/components/ui/clock';
import { serverNow } from '@/components/ui/server-time';
import { incidentMove, isOpenIncident } from '@/lib/incidents/lifecycle';
import type { IncidentStage } from '@/lib/incidents/schema';
import type { RecipientsView, UpdateView } from '@/lib/updates/queries/views';
import { audiencesFor, keepsPromise } from '@/lib/updates/rules/audience';
import { previewUpdate } from '@/lib/updates/rules/preview';
import type { Audience } from '@/lib/updates/schema';
import { updateBody } from './composer-draft';
import { nextBody, nextDue, usualNext } from './next-choices';

const noRecipients: RecipientsView = { reporters: 0, subscribers: 0 };

/** The public update that somebody else has posted since this text was begun. */
function postedMeanwhile(
  updates: readonly UpdateView[],
  since: string | null,
  me: string,
): UpdateView | null {
  const newest = updates.find(({ audience }) => audience !== 'INTERNAL');
  if (!newest || !since || newest.publishedAt <= since || newest.by.id === me) return null;
  return newest;
}

interface Entered {
  text: string;
  audience: Audience | null;
  moved: IncidentStage | null;
  next: string | null;
  reason: string;
}

const nothing: Entered = { text: '', audience: null, moved: null, next: null, reason: '' };

/** What is chosen besides the text, and the stage follows the incident until then; the audience is that of the last one. */
function useChoices({ values, set }: Draft<Entered>) {
  const { incident, settings } = useIncident();
  const { severity, visibility } = incident;
  const { moved, next, reason } = values;
  const [last, setLast] = useState<Audience | null>(null);
  const chosen = values.audience ?? last;
  const audiences = audiencesFor(visibility);
  const audience = chosen && audiences.includes(chosen) ? chosen : (audiences[0] ?? 'INTERNAL');
  const open = isOpenIncident(incident.stage);
  const stage = moved && open && incidentMove(incident.stage, moved) !== 'reopen' ? moved : incident.stage;
  return {
    audience,
    setAudience: (value: Audience): void => {
      setLast(value);
      set({ audience: value });
    },
    stage,
    setStage: (value: IncidentStage): void => set({ moved: value }),
    skips: stage !== incident.stage && incidentMove(incident.stage, stage) === 'skip',
    nextValue: next ?? usualNext(severity, settings),
    setNext: (value: string): void => set({ next: value }),
    promises: open && keepsPromise(audience, visibility),
    reason,
    setReason: (value: string): void => set({ reason: value }),
  };
}

/** The update that is being written: its text stays on this device until it is posted. */
export function useComposer() {
  const { incident, settings, memberId } = useIncident();
  const draft = useDraft(`update:${incident.id}`, nothing);
  const { text } = draft.values;
  const [begun, setBegun] = useState<string | null>(null);
  const choices = useChoices(draft);
  const moment = { now: useNow(), zone: useZone() };
  const { data: recipients } = useQuery({
    queryKey: ['incident', incident.ref, 'recipients'],
    queryFn: ({ signal }) => api('GET /incidents/:ref/recipients', { ref: incident.ref }, { signal }),
  });

  const { audience, stage, skips, promises, nextValue, reason } = choices;
  const due = promises ? nextDue(nextValue, settings, moment) : null;
  const preview = previewUpdate({
    audience,
    text,
    incident,
    stage,
    nextUpdateAt: due?.toISOString() ?? null,
    ...moment,
    recipients: recipients ?? noRecipients,
  });
  const write = (value: string): void => {
    if (!text && value) setBegun(new Date(serverNow()).toISOString());
    draft.set({ text: value });
  };
  const act = useAct({
    touches: ['incident', 'home'],
    version: incident.version,
    form: 'shown',
    draft,
    call: (_: Entered, { version, key }) => {
      const next = promises ? nextBody(nextValue, settings, moment) : null;
      const body = {
        audience,
        text,
        stage,
        from: incident.stage,
        reason: skips ? reason : '',
        next,
        version,
      };
      return api('POST /incidents/:ref/updates', { ref: incident.ref, ...updateBody(body) }, { key });
    },
    missing: () => [
      ...(text.trim() ? [] : [{ field: 'text', message: 'Write what people should know.' }]),
      ...(promises && !due ? [{ field: 'next', message: 'Say when the next update comes.' }] : []),
      ...(skips && !reason.trim()
        ? [{ field: 'reason', message: 'A stage is skipped. Say why in a few words.' }]
        : []),
    ],
    done: { title: audience === 'PUBLIC' ? 'Posted to everyone' : 'Posted', icon: 'send' },
    onDone: () => setBegun(null),
  });
  const post = () => act.run({ ...draft.values, audience });
  const meanwhile = postedMeanwhile(incident.updates, begun, memberId);
  return { ...choices, ...act, text, write, recipients, preview, post, meanwhile };
}

export type Composer = ReturnType<typeof useComposer>;
