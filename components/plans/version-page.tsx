import { Badge } from '@/components/ui/badge';
import { Card, CardHeader } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Time } from '@/components/ui/time';
import type { PlanVersionView } from '@/lib/plans/queries/views';
import { planKindWord } from '@/lib/plans/schema';
import { to } from '@/lib/platform/rules/to';
import { ChangesCard } from './changes-card';
import { phaseTime } from './phase-time';
import { StepsHead } from './plan-editor';
import { planHref } from './plan-href';
import { StepFacts } from './step-row';

/** A version as it was published, to be read only. */
export function VersionPage({ version }: { version: PlanVersionView }) {
  const { plan, service, content, number } = version;
  const href = planHref({ id: plan.id, service });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Services', href: '/services' },
          { label: service.name, href: to(`/services/${service.slug}`) },
          { label: 'Recovery plans', href: to(`/services/${service.slug}/plans`) },
          { label: plan.name, href: to(href) },
        ]}
        title={`${plan.name}, version ${number}`}
        badges={
          <>
            <Badge>{planKindWord[plan.kind]}</Badge>
            {plan.published === number ? <Badge tone="good">In force</Badge> : <Badge>Earlier version</Badge>}
          </>
        }
        lead={
          <>
            Published by {version.publishedBy?.name ?? 'Standby'} <Time at={version.publishedAt} />.{' '}
            {version.summary}
          </>
        }
        actions={<LinkButton href={href}>Open the plan</LinkButton>}
      />
      <div className="twocol">
        <div>
          <Steps version={version} />
          <Variables content={content} />
        </div>
        <div>
          {number > 1 ? (
            <ChangesCard title={`Changed since version ${number - 1}`} changes={version.changes} />
          ) : null}
          <Card>
            <CardHeader title="Fingerprint" />
            <p className="pad mono sm break-all">{version.checksum}</p>
          </Card>
        </div>
      </div>
    </>
  );
}

function Steps({ version }: { version: PlanVersionView }) {
  const { content, choices, history } = version;
  return (
    <Card as="div">
      <StepsHead />
      {content.phases.map((phase, at) => (
        <section key={phase.id} className="plans-phase" aria-label={`Phase ${at + 1}: ${phase.name}`}>
          <div className="plans-phase-h">
            <h2>
              <span className="plans-no">{at + 1}</span>
              {phase.name}
            </h2>
            {phase.publicName === phase.name ? null : (
              <span className="muted sm">users read “{phase.publicName}”</span>
            )}
            <span className="sp sm">{phaseTime(phase, history)}</span>
          </div>
          <ol>
            {phase.steps.map((step, index) => (
              <li key={step.id} className="plans-step">
                <span className="plans-grip" />
                <StepFacts
                  step={step}
                  label={`${at + 1}.${index + 1}`}
                  choices={choices}
                  history={history}
                  name={step.name}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Card>
  );
}

function Variables({ content }: { content: PlanVersionView['content'] }) {
  return (
    <>
      {content.variables.length > 0 ? (
        <Card>
          <CardHeader title="Variables" />
          <dl className="kv pad">
            {content.variables.map((variable) => (
              <div key={variable.name} className="contents">
                <dt className="mono">{variable.name}</dt>
                <dd className="mono break-all">
                  live {variable.live}, in a drill {variable.drill}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      ) : null}
      {content.precheck.length > 0 ? (
        <Card>
          <CardHeader title="Prechecks" />
          <ul className="pad stack">
            {content.precheck.map((line) => (
              <li key={line.id}>{line.name}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      {content.purpose ? (
        <Card>
          <CardHeader title="When it is used" />
          <p className="pad whitespace-pre-line">{content.purpose}</p>
        </Card>
      ) : null}
    </>
  );
}
