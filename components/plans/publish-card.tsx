'use client';

import { useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import { counted } from '@/lib/language/words';
import { useEditor } from './editor-context';

/** The sentence about what changed, and the button that makes the draft the plan for new runs. */
export function PublishCard({ publish }: { publish(summary: string): Promise<void> }) {
  const { plan, state } = useEditor();
  const [summary, setSummary] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const errors = errorsOf(refusal);
  const number = (plan.versions[0]?.number ?? 0) + 1;
  const before = plan.published?.number;
  const stops = state.lint.filter((line) => line.rank === 'STOP').length;
  const may = plan.acts.includes('publish');
  const differs = state.savedAt !== null || state.phase !== 'SAVED';
  const why = !differs
    ? `Nothing differs from version ${before}.`
    : stops > 0
      ? `Fix ${counted(stops, 'thing')} first.`
      : may
        ? ''
        : 'A manager publishes it.';
  const [unsaid, setUnsaid] = useState(false);
  const act = async (): Promise<void> => {
    setUnsaid(Boolean(before) && !summary.trim());
    if (before && !summary.trim()) {
      document.getElementById('summary')?.focus();
      return;
    }
    setPending(true);
    setRefusal(null);
    try {
      await publish(summary);
      setSummary('');
    } catch (error) {
      setRefusal(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Card>
      <div className="pad plans-publish">
        {before && may ? (
          <TextAreaField
            label="What changed, in a sentence"
            name="summary"
            rows={3}
            maxLength={500}
            value={summary}
            error={unsaid ? `Say in a sentence what differs from version ${before}.` : errors.fields.summary}
            onChange={(event) => {
              setSummary(event.target.value);
              setUnsaid(false);
            }}
          />
        ) : null}
        {errors.summary.length > 0 && !errors.fields.summary ? (
          <Note tone="bad" role="alert" className="mb-3">
            {errors.summary.map((one) => one.message).join(' ')}
          </Note>
        ) : null}
        <Button
          variant="primary"
          pending={pending}
          disabled={why !== ''}
          aria-describedby="publish-why"
          onClick={() => void act()}
        >
          Publish as version {number}
        </Button>
        <p className="sm muted mt-2" id="publish-why">
          {why} Version {number} then becomes the plan for new runs
          {before ? `; version ${before} stays readable.` : '.'}
        </p>
      </div>
    </Card>
  );
}
