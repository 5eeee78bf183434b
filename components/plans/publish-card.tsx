'use client';

import { useId, useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FieldScope } from '@/components/ui/field-scope';
import { TextAreaField } from '@/components/ui/text-field';
import { counted } from '@/lib/language/words';
import { useEditor } from './editor-context';

/** The sentence about what changed, and the button that makes the draft the plan for new runs. */
export function PublishCard() {
  const { plan, state, whenSaved } = useEditor();
  const reasonId = useId();
  const [summary, setSummary] = useState('');
  const number = (plan.versions[0]?.number ?? 0) + 1;
  const before = plan.published?.number;
  const stops = state.lint.filter((line) => line.rank === 'STOP').length;
  const may = plan.acts.includes('plan.publish');
  const differs = state.savedAt !== null || state.phase !== 'SAVED';
  const why = !differs
    ? `Nothing differs from version ${before}.`
    : stops > 0
      ? `Fix ${counted(stops, 'thing')} first.`
      : may
        ? ''
        : 'A manager publishes it.';
  const act = useAct({
    touches: ['plan'],
    form: 'shown',
    call: (said: string, { key }) =>
      whenSaved(key, (at, of) => api('POST /plans/:id/publish', { ...at, summary: said }, { key: of })),
    missing: (said) =>
      before && !said
        ? [{ field: 'summary', message: `Say in a sentence what differs from version ${before}.` }]
        : [],
    done: (published) => `Version ${published.number} is published`,
    onDone: () => setSummary(''),
  });
  return (
    <Card>
      <div className="pad plans-publish">
        <FieldScope errors={act.errors}>
          {before && may ? (
            <TextAreaField
              label="What changed, in a sentence"
              {...act.field('summary')}
              rows={3}
              maxLength={500}
              value={summary}
              onChange={(event) => setSummary(event.target.value)}
            />
          ) : null}
          <Button
            variant="primary"
            pending={act.pending}
            disabled={why !== ''}
            aria-describedby={reasonId}
            onClick={() => void act.run(summary.trim())}
          >
            Publish as version {number}
          </Button>
          <p className="sm muted mt-2" id={reasonId}>
            {why} Version {number} then becomes the plan for new runs
            {before ? `; version ${before} stays readable.` : '.'}
          </p>
        </FieldScope>
      </div>
    </Card>
  );
}
