'use client';

import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { SuggestionView } from '@/lib/resources/queries/views';
import type { AskGiven } from './ask-form';
import { avatarKind } from './resource-words';

interface SuggestionsCardProps {
  suggestions: readonly SuggestionView[];
  onAsk: (given: AskGiven) => void;
}

/** Who and what may be worth asking, and why. A suggestion only. */
export function SuggestionsCard({ suggestions, onAsk }: SuggestionsCardProps) {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const shown = suggestions.filter(({ resource }) => !hidden.includes(resource.id));
  if (shown.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Suggested" level={3} meta="and why" />
      <ul className="res-sug">
        {shown.map((one, index) => (
          <li key={one.resource.id}>
            <Avatar name={one.resource.name} kind={avatarKind[one.resource.kind]} decorative />
            <div>
              <b>{one.resource.name}</b>
              <ul>
                {one.reasons.map(({ good, text }) => (
                  <li key={text} className={good ? undefined : 'no'}>
                    <Icon name={good ? 'check' : 'minus'} />
                    <span>{text}</span>
                  </li>
                ))}
              </ul>
              <Button
                size="sm"
                variant={index === 0 ? 'primary' : 'default'}
                onClick={() => onAsk({ resourceId: one.resource.id, aspect: one.aspect })}
              >
                {one.resource.kind === 'EQUIPMENT' ? 'Book' : 'Ask'} {one.resource.name}
              </Button>{' '}
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Not now: ${one.resource.name}`}
                onClick={() => setHidden([...hidden, one.resource.id])}
              >
                Not now
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
