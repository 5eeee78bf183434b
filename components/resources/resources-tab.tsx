'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useIncident } from '@/components/incidents/incident-context';
import { Staleness } from '@/components/live/staleness';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { counted } from '@/lib/language/words';
import type { AllocationView, IncidentAllocationsView } from '@/lib/resources/queries/views';
import { type Aspect, aspectLabel } from '@/lib/resources/schema';
import { AllocationItem } from './allocation-item';
import { StateLegend } from './allocation-state';
import { AskForm, type AskGiven } from './ask-form';
import { allocationListQuery } from './queries';
import { countWords, isHeld } from './resource-words';
import { RolesSection } from './roles-section';
import { SuggestionsCard } from './suggestions-card';

const order: readonly Aspect[] = ['COMMUNICATION', 'RECOVERY', 'INFRASTRUCTURE', 'NETWORKING', 'SERVICES'];

/** Who and what is on the incident, by what they look after, and whom it may be worth asking. */
export function ResourcesTab({ initial }: { initial: IncidentAllocationsView }) {
  const { incident } = useIncident();
  const query = useQuery({ ...allocationListQuery(incident.ref), initialData: initial });
  const { allocations, suggestions, choices } = query.data;
  const [asked, setAsked] = useState<{ given: AskGiven; revision: number }>({ given: {}, revision: 0 });
  const aside = useRef<HTMLElement>(null);
  const canAsk = choices.length > 0;
  const ask = (given: AskGiven): void => {
    setAsked({ given, revision: asked.revision + 1 });
    aside.current?.scrollIntoView({ block: 'nearest' });
    // The form is made anew for what is given, so that its fields exist after this turn.
    requestAnimationFrame(() => aside.current?.querySelector('select')?.focus({ preventScroll: true }));
  };
  return (
    <>
      <Staleness query={query} />
      <div className={canAsk ? 'twocol max-w-338' : 'max-w-338'}>
        <div>
          <ByAspect allocations={allocations} onAsk={canAsk ? ask : null} />
        </div>
        {canAsk ? (
          <aside aria-label="Ask for resources" ref={aside}>
            <SuggestionsCard suggestions={suggestions} onAsk={ask} />
            <Card>
              <CardHeader title="Ask for a resource" level={3} />
              <AskForm
                key={asked.revision}
                incidentRef={incident.ref}
                choices={choices}
                given={asked.given}
              />
            </Card>
          </aside>
        ) : null}
      </div>
    </>
  );
}

interface ByAspectProps {
  allocations: readonly AllocationView[];
  onAsk: ((given: AskGiven) => void) | null;
}

function ByAspect({ allocations, onAsk }: ByAspectProps) {
  const held = allocations.filter(isHeld);
  const ids = new Set(held.map(({ resource }) => resource.id));
  const count = counted(ids.size, 'resource');
  return (
    <Card>
      <CardHeader
        title={held.length > 0 ? `${count}, by what they look after` : 'Nobody and nothing is booked yet'}
        meta={held.length > 0 ? countWords(held.map(({ resource }) => resource)) : null}
      />
      <RolesSection />
      {order.map((aspect) => (
        <AspectSection
          key={aspect}
          aspect={aspect}
          allocations={allocations.filter((one) => one.aspect === aspect)}
          onAsk={onAsk}
        />
      ))}
      <div className="res-flow">
        <StateLegend />
        <span>
          Everyone asked is told at once and answers for themselves. A booking ends when its time is over.
        </span>
      </div>
    </Card>
  );
}

function AspectSection({ aspect, allocations, onAsk }: ByAspectProps & { aspect: Aspect }) {
  const held = allocations.filter(isHeld);
  const label = aspectLabel[aspect];
  return (
    <section className="res-asp" aria-label={label}>
      <h3>
        {label}
        <small>{countWords(held.map(({ resource }) => resource))}</small>
      </h3>
      {allocations.length > 0 ? (
        <ul className="res-al">
          {allocations.map((allocation) => (
            <AllocationItem key={allocation.id} allocation={allocation} />
          ))}
        </ul>
      ) : (
        <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 py-3 pr-5 max-md:px-4 max-md:pt-1.5">
          <span className="muted">Nobody looks after it.</span>
          {onAsk ? (
            <Button size="sm" aria-label={`Ask for someone: ${label}`} onClick={() => onAsk({ aspect })}>
              Ask for someone
            </Button>
          ) : null}
        </p>
      )}
    </section>
  );
}
