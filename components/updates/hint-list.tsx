import { Outcome } from '@/components/ui/outcome';
import { hintsFor } from '@/lib/updates/rules/hints';

/** Three questions to a text before it goes out. They advise and never stop anybody. */
export function HintList({ text }: { text: string }) {
  if (!text.trim()) return null;
  return (
    <ul className="upd-hints" aria-label="How it reads">
      {hintsFor(text).map((hint) => (
        <li key={hint.id}>
          <Outcome kind={hint.ok ? 'ok' : 'unclear'}>{hint.words}</Outcome>
        </li>
      ))}
    </ul>
  );
}
