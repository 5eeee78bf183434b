import { isolated } from '@/lib/platform/rules/isolate';
import type { PageContext } from '@/lib/status/render/page-context';
import { homePath } from '@/lib/status/rules/paths';
import { words } from '@/lib/status/rules/words';
import { DocumentShell } from './document-shell';

/** One answer to one form: what happened, or what is wrong and how to mend it. */
export function AnswerPage({ title, text, page }: { title: string; text: string; page: PageContext }) {
  return (
    <DocumentShell
      page={page}
      title={`${isolated(title)} – ${isolated(page.organisation.name)}`}
      description={text}
    >
      <div className="wrap narrow">
        <h1>{title}</h1>
        <p role="status">{text}</p>
        <p className="links">
          <a className="btn" href={homePath}>
            {words.backToStatus}
          </a>
        </p>
      </div>
    </DocumentShell>
  );
}
