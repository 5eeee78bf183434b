'use client';

import { type MouseEvent, useState } from 'react';
import { Card } from '@/components/ui/card';
import { MarkSvg } from '@/components/ui/mark-svg';
import { Segmented } from '@/components/ui/segmented';
import { type CaseRow, type Show, shown } from './case-rows';
import { outcomeBadge, outcomeGroups } from './outcome-badge';

interface CaseListProps {
  rows: CaseRow[];
  selected: string;
  onSelect: (caseId: string) => void;
}

/** Of the green ones so many are shown at first: what is red is what people look for. */
const fewMatches = 12;

export function CaseList({ rows, selected, onSelect }: CaseListProps) {
  const [show, setShow] = useState<Show>('all');
  const count = (which: Show) => shown(rows, which).length;
  const listed = shown(rows, show);
  return (
    <Card className="suite-list" aria-label="Cases">
      <div className="suite-filter">
        <Segmented
          label="Show"
          name="show"
          value={show}
          onChange={(value) => setShow(value as Show)}
          options={[
            { value: 'all', label: 'All', count: rows.length },
            { value: 'differ', label: 'Differ', count: count('differ') },
            { value: 'slow', label: 'Slow', count: count('slow') },
          ]}
        />
      </div>
      <div className="max-lg:max-h-96 max-lg:overflow-y-auto">
        {listed.length === 0 ? <p className="pad muted">None of the cases.</p> : null}
        {outcomeGroups.map(({ title, outcomes }) => (
          <Group
            key={title}
            title={title}
            rows={listed.filter((row) => !row.isNew && outcomes.some((outcome) => outcome === row.outcome))}
            few={title === 'Match' ? fewMatches : Number.POSITIVE_INFINITY}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
        <Group
          title="Added since the baseline"
          rows={listed.filter((row) => row.isNew)}
          few={fewMatches}
          selected={selected}
          onSelect={onSelect}
        />
      </div>
    </Card>
  );
}

interface GroupProps extends CaseListProps {
  title: string;
  few: number;
}

function Group({ title, rows, few, selected, onSelect }: GroupProps) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const visible = all ? rows : rows.filter((row, place) => place < few || row.caseId === selected);
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="sp">{rows.length}</span>
      </h2>
      <ul>
        {visible.map((row) => (
          <Line key={row.caseId} row={row} isCurrent={row.caseId === selected} onSelect={onSelect} />
        ))}
      </ul>
      {visible.length < rows.length ? (
        <button type="button" className="btn quiet m-2" onClick={() => setAll(true)}>
          Show {rows.length - visible.length} more
        </button>
      ) : null}
    </section>
  );
}

interface LineProps {
  row: CaseRow;
  isCurrent: boolean;
  onSelect: (caseId: string) => void;
}

function Line({ row, isCurrent, onSelect }: LineProps) {
  const badge = row.outcome ? outcomeBadge[row.outcome] : null;
  const select = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onSelect(row.caseId);
  };
  return (
    <li>
      <a
        href={`?case=${row.caseId}`}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={select}
        id={`case-${row.caseId}`}
      >
        <MarkSvg shape={badge?.shape ?? 'ring'} className={badge?.colour} label={badge?.label ?? 'To run'} />
        <span>
          <b>{row.name}</b>
          <small>{row.foot}</small>
        </span>
        <span className="suite-when">{row.when}</span>
      </a>
    </li>
  );
}
