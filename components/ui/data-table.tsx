import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ScrollRegion } from './scroll-region';

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'num' | undefined;
  className?: string | undefined;
  /** Left out on narrower screens: below 561, 821 or 1181 px. */
  hideBelow?: 'sm' | 'md' | 'lg' | undefined;
};

type DataTableProps<Row> = {
  /** Names the scrolling region and the table. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row is the link: its first cell carries it. */
  rowHref?: (row: Row) => Route | undefined;
  rowTone?: (row: Row) => 'selected' | 'bad' | undefined;
  empty: ReactNode;
  className?: string | undefined;
};

const hidden = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden' } as const;

function cellClass<Row>(column: Column<Row>): string {
  return classNames(column.align, column.hideBelow && hidden[column.hideBelow], column.className);
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowHref, rowTone, empty, className } = props;
  if (rows.length === 0) return empty;
  const [first, ...others] = columns;
  return (
    <ScrollRegion label={label} className={className}>
      <table className="rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = rowHref?.(row);
            const tone = rowTone?.(row);
            return (
              <tr key={rowKey(row)} className={classNames(href && 'link', tone)}>
                {first ? (
                  <th scope="row" className={cellClass(first)}>
                    {href ? (
                      <Link prefetch={false} className="row-link" href={href}>
                        {first.cell(row)}
                      </Link>
                    ) : (
                      first.cell(row)
                    )}
                  </th>
                ) : null}
                {others.map((column) => (
                  <td key={column.key} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
