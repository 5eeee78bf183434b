import { Outcome } from '@/components/ui/outcome';
import type { IncidentView } from '@/lib/incidents/queries/views';
import { plural } from '@/lib/language/words';

/** "Is it working for you now?" in figures. */
export function AnswerCounts({ reports }: { reports: IncidentView['reports'] }) {
  const { asked, confirmed, stillBroken } = reports;
  if (asked + confirmed + stillBroken === 0) {
    return <p className="muted sm">No reporter was asked whether it works.</p>;
  }
  return (
    <ul className="inc-answers">
      <li>
        <Outcome kind="ok">
          {confirmed} {plural(confirmed, 'says', 'say')} it works
        </Outcome>
      </li>
      <li>
        <Outcome kind={stillBroken > 0 ? 'bad' : 'skipped'}>
          {stillBroken} {plural(stillBroken, 'says', 'say')} it does not
        </Outcome>
      </li>
      <li>
        <Outcome kind="todo">
          {asked} {plural(asked, 'has', 'have')} not answered
        </Outcome>
      </li>
    </ul>
  );
}
