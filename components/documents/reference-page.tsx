import { isolated } from '@/lib/platform/rules/isolate';
import type { PageContext } from '@/lib/status/render/page-context';
import { DocumentShell } from './document-shell';

type Shape = (string | { view: string })[];

interface ReferenceOperation {
  id: string;
  /** “POST /runs/{ref}/pause”. */
  address: string;
  title: string;
  who: string;
  /** What is sent and what comes back, each with what it is. */
  parts: { name: string; shape: Shape }[];
}

interface ReferencePageProps {
  page: PageContext;
  base: string;
  nouns: { name: string; operations: ReferenceOperation[] }[];
  views: { name: string; shape: Shape }[];
}

function ShapeText({ shape }: { shape: Shape }) {
  return (
    <pre className="shape">
      <code>
        {shape.map((part, index) =>
          typeof part === 'string' ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is rendered to bytes once.
            <a key={index} href={`#view-${part.view}`}>
              {part.view}
            </a>
          ),
        )}
      </code>
    </pre>
  );
}

function OperationEntry({ id, address, title, who, parts }: ReferenceOperation) {
  return (
    <li id={id}>
      <h3>
        <a href={`#${id}`}>
          <code>{address}</code>
        </a>
      </h3>
      <p>
        {title}. <span className="muted">{who}</span>
      </p>
      {parts.map(({ name, shape }) => (
        <div className="part" key={name}>
          <p className="muted">{name}</p>
          <ShapeText shape={shape} />
        </div>
      ))}
    </li>
  );
}

/** Every address of the API, to be read: what it takes, what it answers, and who may. */
export function ReferencePage({ page, base, nouns, views }: ReferencePageProps) {
  const title = `The API of ${isolated(page.organisation.name)}`;
  return (
    <DocumentShell page={page} title={title} description="What programs can ask of Standby.">
      <div className="wrap narrow">
        <h1>{title}</h1>
        <p className="lead">
          All addresses begin with <code>{base}</code>. Send a key as <code>Authorization: Bearer sb_…</code>,
          or the cookie of a session, and JSON. What is refused is answered as a problem document, with a
          sentence and the fields it is about. A write that carries an <code>Idempotency-Key</code> is done
          once, however often it is sent. The same for programs:{' '}
          <a href={`${base}/openapi.json`}>openapi.json</a>.
        </p>
        <nav aria-label="Contents">
          <ul className="row links">
            {nouns.map(({ name }) => (
              <li key={name}>
                <a href={`#noun-${name}`}>{name}</a>
              </li>
            ))}
            <li>
              <a href="#views">views</a>
            </li>
          </ul>
        </nav>
        {nouns.map(({ name, operations }) => (
          <section className="sec log" key={name} aria-labelledby={`noun-${name}`}>
            <h2 id={`noun-${name}`}>{name}</h2>
            <ul className="log">
              {operations.map((operation) => (
                <OperationEntry key={operation.id} {...operation} />
              ))}
            </ul>
          </section>
        ))}
        <section className="sec" aria-labelledby="views">
          <h2 id="views">views</h2>
          <ul className="log">
            {views.map(({ name, shape }) => (
              <li key={name} id={`view-${name}`}>
                <h3>{name}</h3>
                <ShapeText shape={shape} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </DocumentShell>
  );
}
