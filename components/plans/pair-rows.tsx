'use client';

import { useId, useState } from 'react';
import { randomId } from '@/components/api/random-id';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import type { FieldValue } from './value-path';

export interface KeyValue {
  key: string;
  value: string;
}

interface PairRowsProps {
  legend: string;
  keyLabel: string;
  valueLabel: string;
  addLabel: string;
  /** Read once; afterwards the rows are this component's own, so that half a name is not merged with another. */
  initial: KeyValue[];
  list?: string;
  onChange(pairs: KeyValue[]): void;
}

/** A word as what it means: `true`, `12` or text. */
export function parseValue(text: string): FieldValue {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text !== '' && String(Number(text)) === text ? Number(text) : text;
}

/** Rows of a name and a value, like the inputs of an automation. */
export function PairRows(props: PairRowsProps) {
  const { legend, keyLabel, valueLabel, addLabel, initial, list, onChange } = props;
  const id = useId();
  const [rows, setRows] = useState(() => initial.map((pair) => ({ ...pair, id: randomId() })));
  const take = (next: typeof rows): void => {
    setRows(next);
    onChange(next.filter((row) => row.key.trim()));
  };
  const edit = (row: string, change: Partial<KeyValue>) =>
    take(rows.map((one) => (one.id === row ? { ...one, ...change } : one)));
  return (
    <fieldset className="plans-pairs">
      <legend className="label">{legend}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="plans-pair">
          <TextInput
            id={`${id}-${row.id}`}
            aria-label={`${keyLabel} ${index + 1}`}
            placeholder={keyLabel}
            className="mono"
            value={row.key}
            onChange={(event) => edit(row.id, { key: event.target.value })}
          />
          <TextInput
            aria-label={`${valueLabel} ${index + 1}`}
            placeholder={valueLabel}
            className="mono"
            list={list}
            value={row.value}
            onChange={(event) => edit(row.id, { value: event.target.value })}
          />
          <Button
            variant="quiet"
            size="icon-sm"
            icon="x"
            aria-label={`Remove ${row.key || `row ${index + 1}`}`}
            onClick={() => take(rows.filter((one) => one.id !== row.id))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="sm"
        icon="plus"
        onClick={() => setRows([...rows, { key: '', value: '', id: randomId() }])}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}
