import { clockOf, zoneName } from '@/lib/language/time';
import type { PageContext } from '@/lib/status/render/page-context';
import { longDay, shortDay, stampOf } from '@/lib/status/rules/times';

type Show = 'stamp' | 'bare' | 'clock' | 'day' | 'full';

function textOf(at: string, show: Show, { organisation: { zone }, asOf, settled }: PageContext): string {
  switch (show) {
    case 'clock':
      return clockOf(at, zone);
    case 'day':
      return shortDay(at, zone);
    case 'full':
      return `${longDay(at, zone)} at ${clockOf(at, zone)} ${zoneName(at, zone)}`;
    default:
      return stampOf(at, zone, settled ? null : asOf, { named: show === 'stamp' });
  }
}

/**
 * An absolute time in the organisation's zone. The script may write it in the reader's zone, by `data-t`, and puts
 * "8 min ago" into the element after it when `ago` asks for that.
 */
export function Stamp({
  at,
  show = 'stamp',
  ago,
  page,
}: {
  at: string;
  show?: Show;
  ago?: boolean;
  page: PageContext;
}) {
  return (
    <>
      <time dateTime={at} data-t={show}>
        {textOf(at, show, page)}
      </time>
      {ago && <span data-ago={at} />}
    </>
  );
}
