import type { PublicMaintenance, PublicView } from '@/lib/status/rules/public-view';

/** TEXT of RFC 5545: backslash, semicolon, comma and line ends are escaped. */
function text(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r?\n/g, '\\n');
}

/** Lines longer than 75 octets go on in the next one after a space; a character is never cut in two. */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...folded, current].join('\r\n');
}

function stamp(at: string): string {
  return `${at.replace(/[-:]/g, '').slice(0, 15)}Z`;
}

function event(view: PublicView, item: PublicMaintenance): string[] {
  const services = item.services.map(({ name }) => name).join(', ');
  return [
    'BEGIN:VEVENT',
    `UID:${item.id}@${new URL(view.url).hostname}`,
    `DTSTAMP:${stamp(item.updatedAt)}`,
    `LAST-MODIFIED:${stamp(item.updatedAt)}`,
    `DTSTART:${stamp(item.startsAt)}`,
    `DTEND:${stamp(item.endsAt)}`,
    `SUMMARY:${text(item.title)}`,
    `DESCRIPTION:${text([item.text.plain, services].filter(Boolean).join('\n\n'))}`,
    `URL:${view.url}/#maintenance-${item.id}`,
    `STATUS:${item.state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Planned maintenance as a calendar to subscribe to; a cancelled one stays in it as cancelled, so that clients drop it. */
export function maintenanceCalendar(view: PublicView): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Standby//Maintenance//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(view.organisation.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...view.maintenance.flatMap((item) => event(view, item)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
