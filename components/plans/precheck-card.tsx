'use client';

import { randomId } from '@/components/api/random-id';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import type { DraftPrecheck } from '@/lib/plans/rules/draft';
import { BoundFields, TextOf } from './bound-fields';
import { newProbe } from './draft-edits';
import { useEditor } from './editor-context';
import { PanelActs } from './panel-acts';
import { ProbeFields } from './probe-fields';
import { withValueAt } from './value-path';

/** What is looked at before the first step of a run. */
export function PrecheckCard() {
  const { state, mayEdit, open, setOpen, change, say } = useEditor();
  const { precheck } = state.draft;
  const add = (): void => {
    const line: DraftPrecheck = { id: randomId(), name: '', probe: newProbe('HTTP') };
    change((draft) => ({ ...draft, precheck: [...draft.precheck, line] }));
    setOpen(line.id);
    say('Precheck added', `${line.id}.name`);
  };
  return (
    <Card>
      <CardHeader title="Prechecks" meta="before the first step; a red one keeps the run back" />
      <div className="pad">
        {precheck.length === 0 ? <p className="muted">None yet.</p> : null}
        <ul className="stack">
          {precheck.map((line) => (
            <li key={line.id}>
              <button
                type="button"
                className="plans-open"
                id={`name-${line.id}`}
                aria-expanded={open === line.id}
                disabled={!mayEdit}
                onClick={() => setOpen(open === line.id ? null : line.id)}
              >
                {line.name.trim() || 'Not named yet'}
              </button>
              {open === line.id ? <PrecheckFields line={line} /> : null}
            </li>
          ))}
        </ul>
        {mayEdit ? (
          <Button variant="quiet" size="sm" icon="plus" onClick={add}>
            Add a precheck
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

function PrecheckFields({ line }: { line: DraftPrecheck }) {
  const { plan, state, change, setOpen } = useEditor();
  const set = (path: string, value: Parameters<typeof withValueAt>[2]) =>
    change((draft) => ({
      ...draft,
      precheck: draft.precheck.map((one) => (one.id === line.id ? withValueAt(one, path, value) : one)),
    }));
  const errorOf = (path: string) =>
    state.faults.find((fault) => fault.id === line.id && fault.field === path)?.message;
  const remove = (): void => {
    setOpen(null);
    change((draft) => ({ ...draft, precheck: draft.precheck.filter((one) => one.id !== line.id) }));
  };
  return (
    <BoundFields id={line.id} value={line} set={set} errorOf={errorOf}>
      <fieldset className="plans-panel">
        <legend className="sr">Precheck</legend>
        <div className="plans-g" key={`${String(line.probe.kind)} ${state.generation}`}>
          <TextOf path="name" label="What is checked" className="plans-whole" />
          <ProbeFields choices={plan.choices} />
        </div>
        <PanelActs focus={`name-${line.id}`}>
          <Button variant="quiet" size="sm" className="sp" onClick={remove}>
            Remove precheck
          </Button>
        </PanelActs>
      </fieldset>
    </BoundFields>
  );
}
