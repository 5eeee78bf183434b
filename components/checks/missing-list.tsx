import type { Pointing } from '@/lib/checks/queries/views';
import { plural } from '@/lib/language/words';

/** What nobody has seen, so that it is not taken for well. */
export function MissingList({ missing }: { missing: Pointing['notExamined'] }) {
  if (missing.length === 0)
    return <p className="chk-missing muted">Everything on the checklist was looked at.</p>;
  return (
    <details className="chk-missing">
      <summary>
        Not looked at yet: {missing.length} {plural(missing.length, 'thing')}
      </summary>
      <ul>
        {missing.map(({ sentence, checkId }) => (
          <li key={checkId ?? sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
