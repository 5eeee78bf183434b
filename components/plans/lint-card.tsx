'use client';

import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { MarkSvg } from '@/components/ui/mark-svg';
import { Outcome } from '@/components/ui/outcome';
import type { LintLine } from '@/lib/plans/queries/views';
import { repaired } from './draft-edits';
import { useEditor } from './editor-context';

/** What stands against publishing, with what a button can do about it. */
export function LintCard() {
  const { state, mayEdit, change, setOpen, say } = useEditor();
  const stops = state.lint.filter((line) => line.rank === 'STOP');
  const advice = state.lint.filter((line) => line.rank === 'ADVICE');
  const holds = state.lint.filter((line) => line.rank === 'HOLDS');
  const repair = (line: LintLine): void => {
    if (!line.repair) return;
    const { draft, stepId } = repaired(state.draft, line.repair);
    change(() => draft);
    const added = line.repair.kind === 'ADD' && stepId;
    if (added) setOpen(stepId);
    say(`Done: ${line.repair.label}`, added ? `${stepId}.name` : stepId ? `name-${stepId}` : undefined);
  };
  const row = (line: LintLine) => (
    <li key={`${line.rule} ${line.title} ${line.steps.join()}`}>
      {line.rank === 'STOP' ? (
        <MarkSvg shape="cross" className="st-major" label="Stops publishing" />
      ) : (
        <MarkSvg shape="question" className="sev-moderate" label="Worth a look" />
      )}
      <div>
        <b>{line.title}</b>
        <p>{line.text}</p>
      </div>
      {line.repair && mayEdit ? (
        <Button size="sm" variant={line.rank === 'STOP' ? 'primary' : 'default'} onClick={() => repair(line)}>
          {line.repair.label}
        </Button>
      ) : null}
    </li>
  );
  return (
    <Card>
      <CardHeader
        title="Before you publish"
        actions={
          stops.length > 0 ? (
            <Outcome kind="bad">{stops.length} to fix</Outcome>
          ) : (
            <Outcome kind="ok">Nothing stops it</Outcome>
          )
        }
      />
      <ul className="plans-lint">
        {stops.map(row)}
        {advice.map(row)}
        {holds.length > 0 ? (
          <li>
            <MarkSvg shape="tick" className="st-operational" label="Good" />
            <div>
              <b>
                {holds.length} {stops.length + advice.length > 0 ? 'other rules hold' : 'rules hold'}
              </b>
              <p>{holds.map((line) => line.title).join(' ')}</p>
            </div>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
