'use client';

import { useRouter } from 'next/navigation';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { useCommands } from '@/components/ui/command-store';
import { LinkButton } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { composerId } from './composer-id';
import { useDialog } from './dialog-context';
import { type IncidentButton, incidentButtons } from './incident-buttons';
import { useIncident } from './incident-context';

/** What can be done with the incident now: the likeliest as buttons, all of it in the menu, by key and by palette. */
export function IncidentActions() {
  const { incident } = useIncident();
  const acts = useMemberActs();
  const router = useRouter();
  const ask = useDialog();
  const write = (): void => {
    const box = document.getElementById(composerId);
    if (!box) router.push(`/incidents/${incident.ref}#${composerId}`);
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
  };
  const buttons = incidentButtons(incident, acts);
  const run = ({ dialog: Dialog }: IncidentButton): void =>
    Dialog ? ask((onClose) => <Dialog onClose={onClose} />) : write();
  useShortcuts(
    incident.ref,
    buttons.map((button) => ({
      key: button.key,
      does: button.label.replace(' …', ''),
      run: () => run(button),
    })),
  );
  useCommands(
    incident.ref,
    buttons.map((button) => ({
      id: button.act,
      label: button.label,
      icon: button.icon,
      shortcut: button.key,
      onSelect: () => run(button),
    })),
  );
  const shown = buttons.filter((button) => button.place !== 'menu');
  return (
    <>
      {incident.stage === 'CLOSED' && acts.includes('incident.declare') ? (
        <LinkButton href={`/incidents/new?previous=${incident.ref}`}>Declare a follow-up</LinkButton>
      ) : null}
      {incident.visibility === 'PUBLIC' ? (
        <LinkButton href={`/status/${incident.ref}`} reload icon="globe">
          Public page
        </LinkButton>
      ) : null}
      {shown.map((button) => (
        <Button
          key={button.act}
          variant={button.place === 'main' ? 'primary' : 'default'}
          icon={button.icon}
          onClick={() => run(button)}
        >
          {button.label.replace(' …', '')}
        </Button>
      ))}
      {buttons.length > shown.length ? (
        <Menu
          label={`More on ${incident.ref}`}
          trigger={<Button size="icon" icon="dots" aria-label="More" />}
          entries={buttons
            .filter((button) => button.place === 'menu')
            .map((button) => ({
              kind: 'action',
              label: button.label,
              icon: button.icon,
              hint: <kbd>{button.key}</kbd>,
              onSelect: () => run(button),
            }))}
        />
      ) : null}
    </>
  );
}
