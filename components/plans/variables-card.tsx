'use client';

import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { TextInput } from '@/components/ui/text-input';
import type { DraftVariable } from '@/lib/plans/rules/draft';
import { useEditor } from './editor-context';

const columns = [
  { key: 'name', label: 'Variable', placeholder: 'front' },
  { key: 'live', label: 'Live', placeholder: 'http://shop.example' },
  { key: 'drill', label: 'In a drill', placeholder: 'http://rehearsal.example' },
] as const;

/** What `{{name}}` stands for in a live run and in a drill. */
export function VariablesCard() {
  const { state, mayEdit, change, say } = useEditor();
  const { variables } = state.draft;
  const edit = (at: number, part: Partial<DraftVariable>) =>
    change((draft) => ({
      ...draft,
      variables: draft.variables.map((variable, index) =>
        index === at ? { ...variable, ...part } : variable,
      ),
    }));
  const add = (): void => {
    change((draft) => ({ ...draft, variables: [...draft.variables, { name: '', live: '', drill: '' }] }));
    say('Variable added', `variable-${variables.length}-name`);
  };
  const remove = (at: number) =>
    change((draft) => ({ ...draft, variables: draft.variables.filter((_, index) => index !== at) }));
  return (
    <Card>
      <CardHeader title="Variables" meta="{{name}} in an address or an input stands for these" />
      <div className="pad">
        {variables.length === 0 ? (
          <p className="muted">None yet.</p>
        ) : (
          <div className="plans-variable plans-variable-h" aria-hidden="true">
            {columns.map(({ key, label }) => (
              <span key={key}>{label}</span>
            ))}
          </div>
        )}
        {variables.map((variable, at) => (
          <VariableRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a variable has no id, and its name is what is being typed.
            key={`${state.generation} ${at}`}
            variable={variable}
            at={at}
            edit={(part) => edit(at, part)}
            remove={() => remove(at)}
          />
        ))}
        {mayEdit ? (
          <Button variant="quiet" size="sm" icon="plus" onClick={add}>
            Add a variable
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

interface VariableRowProps {
  variable: DraftVariable;
  at: number;
  edit(part: Partial<DraftVariable>): void;
  remove(): void;
}

function VariableRow({ variable, at, edit, remove }: VariableRowProps) {
  const { state, mayEdit } = useEditor();
  const faults = state.faults.filter((fault) => fault.at === 'VARIABLE' && fault.id === String(at));
  const shown = variable.name || variable.live || variable.drill ? faults : [];
  const said = `variable-${at}-said`;
  return (
    <>
      <div className="plans-variable">
        {columns.map(({ key, label, placeholder }) => (
          <TextInput
            key={key}
            id={`variable-${at}-${key}`}
            aria-label={`${label} ${at + 1}`}
            aria-describedby={shown.length > 0 ? said : undefined}
            className="mono"
            placeholder={placeholder}
            disabled={!mayEdit}
            value={variable[key]}
            onChange={(event) => edit({ [key]: event.target.value })}
          />
        ))}
        {mayEdit ? (
          <Button
            variant="quiet"
            size="icon-sm"
            icon="x"
            aria-label={`Remove the variable ${variable.name || at + 1}`}
            onClick={remove}
          />
        ) : null}
      </div>
      {shown.length > 0 ? (
        <p className="plans-said" id={said}>
          {shown.map((fault) => fault.message).join(' ')}
        </p>
      ) : null}
    </>
  );
}
