'use client';

import type { KeyboardEvent } from 'react';
import { composerScope } from '@/components/incidents/composer-id';
import { useIncident } from '@/components/incidents/incident-context';
import { stagesAhead } from '@/components/incidents/stages-ahead';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FieldScope, useFieldId } from '@/components/ui/field-scope';
import { Note } from '@/components/ui/note';
import { Segmented } from '@/components/ui/segmented';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import { Select } from '@/components/ui/text-input';
import { Time } from '@/components/ui/time';
import { incidentStageLabel, incidentStageSchema } from '@/lib/incidents/schema';
import { audiencesFor } from '@/lib/updates/rules/audience';
import { audienceLabel, audienceSchema } from '@/lib/updates/schema';
import { postWords } from './composer-draft';
import { ComposerPreview } from './composer-preview';
import { HintList } from './hint-list';
import { NextField } from './next-field';
import { type Composer, useComposer } from './use-composer';

const icons = { PUBLIC: 'globe', REPORTERS: 'people', INTERNAL: 'lock' } as const;

/** Writing to people: who, what, when they hear next, and how it will look. */
export function UpdateComposer() {
  const composer = useComposer();
  const { text, write, errors, errorOf, undone, post, meanwhile } = composer;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void post();
  };
  return (
    <Card className="upd-comp" aria-label="Write an update">
      <div>
        <FieldScope id={composerScope} errors={errors} errorTitle={undone('posted')}>
          {meanwhile ? (
            <Note tone="warn" className="mb-3" role="status">
              <b>{meanwhile.by.name}</b> posted an update at <Time at={meanwhile.publishedAt} show="auto" />,
              while you were writing. Read it before you post.
            </Note>
          ) : null}
          <AudienceChoice composer={composer} />
          <TextAreaField
            name="text"
            label={<span className="sr">Update</span>}
            error={errorOf('text')}
            fieldClassName="mt-1.5"
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
            maxLength={10_000}
            placeholder="What is happening, what it means for them, what we are doing, when they hear next"
          />
          <HintList text={text} />
          <Options composer={composer} />
        </FieldScope>
      </div>
      <ComposerPreview composer={composer} />
    </Card>
  );
}

function AudienceChoice({ composer }: { composer: Composer }) {
  const { incident } = useIncident();
  const { audience, setAudience, recipients } = composer;
  const reporters = recipients?.reporters;
  return (
    <div className="upd-aud">
      <Segmented
        label="Audience"
        name="audience"
        value={audience}
        onChange={(value) => setAudience(audienceSchema.parse(value))}
        options={audiencesFor(incident.visibility).map((value) => ({
          value,
          label: audienceLabel[value],
          icon: icons[value],
          count: value === 'REPORTERS' && reporters ? reporters : undefined,
        }))}
      />
      {incident.visibility === 'INTERNAL' ? (
        <span className="sm muted">Internal: nothing of it is on the status page.</span>
      ) : null}
    </div>
  );
}

/** When they hear next, where we are, and the button that says to whom. */
function Options({ composer }: { composer: Composer }) {
  const { incident, settings } = useIncident();
  const { promises, nextValue, setNext, stage, setStage, skips, reason, setReason } = composer;
  const ahead = stagesAhead(incident.stage);
  const next = useFieldId('next');
  const stageField = useFieldId('stage');
  return (
    <>
      {skips ? (
        <div className="mt-3">
          <TextField
            {...composer.field('reason')}
            label="Why is a stage skipped?"
            hint="For the team, not for users."
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <div className="upd-opts">
        {promises ? (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <label htmlFor={next}>Next update in</label>
            <NextField
              id={next}
              severity={incident.severity}
              settings={settings}
              value={nextValue}
              onChange={setNext}
              invalid={composer.errorOf('next') !== undefined}
            />
          </span>
        ) : null}
        {ahead.length > 0 ? (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <label htmlFor={stageField}>Stage</label>
            <Select
              id={stageField}
              value={stage}
              onChange={(event) => setStage(incidentStageSchema.parse(event.target.value))}
            >
              {[incident.stage, ...ahead].map((value) => (
                <option key={value} value={value}>
                  {incidentStageLabel[value]}
                </option>
              ))}
            </Select>
          </span>
        ) : null}
        <Button
          variant="primary"
          className="sp"
          pending={composer.pending}
          onClick={() => void composer.post()}
        >
          {postWords(composer.audience, composer.recipients)}
        </Button>
      </div>
    </>
  );
}
