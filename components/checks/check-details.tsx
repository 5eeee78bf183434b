import type { CheckResultView } from '@/lib/checks/queries/views';

const words: Record<string, string> = {
  status: 'Status',
  address: 'Address',
  port: 'Port',
  body: 'Answer',
  bytes: 'Bytes',
  url: 'At',
  lagSeconds: 'Seconds behind',
  total: 'Cases',
  matched: 'Matched',
  differed: 'Differed',
  explained: 'Explained',
};

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What was kept as evidence, behind a click. */
export function CheckDetails({ result }: { result: CheckResultView }) {
  const facts = Object.entries(result.evidence ?? {}).filter(
    ([key, value]) => words[key] && value !== null && value !== '',
  );
  if (facts.length === 0) return null;
  return (
    <details className="chk-ev">
      <summary>Evidence</summary>
      <dl>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{words[key]}</dt>
            <dd className="mono">{shown(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
