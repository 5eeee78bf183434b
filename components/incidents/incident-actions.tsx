'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { useCommands } from '@/components/ui/command-store';
import { LinkButton } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { composerId } from './composer-id';
import { useDialog } from './dialog-context';
import { useIncident } from './incident-context';
import { type IncidentVerb, incidentVerbs } from './incident-verbs';

/** What can be done with the incident now: the likeliest as buttons, all of it in the menu, by key and by palette. */
export function IncidentActions() {
  const { incident, can } = useIncident();
  const router = useRouter();
  const ask = useDialog();
  const write = (): void => {
    const box = document.getElementById(composerId);
    if (!box) router.push(`/incidents/${incident.ref}#${composerId}`);
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
  };
  const verbs = incidentVerbs(incident, can);
  const run = (verb: IncidentVerb): void => (verb.kind === 'write' ? write() : ask({ kind: verb.kind }));
  useShortcuts(
    incident.ref,
    verbs.map((verb) => ({ key: verb.key, does: verb.label.replace(' …', ''), run: () => run(verb) })),
  );
  useCommands(
    incident.ref,
    verbs.map((verb) => ({
      id: verb.kind,
      label: verb.label,
      icon: verb.icon,
      shortcut: verb.key,
      onSelect: () => run(verb),
    })),
  );
  const shown = verbs.filter((verb) => verb.place !== 'menu');
  return (
    <>
      {incident.stage === 'CLOSED' && can.declare ? (
        <LinkButton href={`/incidents/new?previous=${incident.ref}`}>Declare a follow-up</LinkButton>
      ) : null}
      {incident.visibility === 'PUBLIC' ? (
        <LinkButton href={`/status/${incident.ref}`} reload icon="globe">
          Public page
        </LinkButton>
      ) : null}
      {shown.map((verb) => (
        <Button
          key={verb.kind}
          variant={verb.place === 'main' ? 'primary' : 'default'}
          icon={verb.icon}
          onClick={() => run(verb)}
        >
          {verb.label.replace(' …', '')}
        </Button>
      ))}
      {verbs.length > shown.length ? (
        <Menu
          label={`More on ${incident.ref}`}
          trigger={<Button size="icon" icon="dots" aria-label="More" />}
          entries={verbs
            .filter((verb) => verb.place === 'menu')
            .map((verb) => ({
              kind: 'action',
              label: verb.label,
              icon: verb.icon,
              hint: <kbd>{verb.key}</kbd>,
              onSelect: () => run(verb),
            }))}
        />
      ) : null}
    </>
  );
}
