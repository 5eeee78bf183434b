'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-parts';
import { PageHeader } from '@/components/ui/page-header';
import { counted } from '@/lib/language/words';
import type { PlanView } from '@/lib/plans/queries/views';
import { placesOf } from '@/lib/plans/rules/place';
import { planKindWord } from '@/lib/plans/schema';
import { shortened } from '@/lib/platform/rules/graphemes';
import { to } from '@/lib/platform/rules/to';
import type { DraftState } from './draft-store';
import { useEditor } from './editor-context';
import { PlanDialogs, type WhichDialog } from './plan-dialogs';
import { planHref } from './plan-href';
import { SaveState } from './save-state';

function badgeOf(plan: PlanView, state: DraftState) {
  if (plan.archived) return <Badge>Archived</Badge>;
  const next = (plan.versions[0]?.number ?? 0) + 1;
  const differs = state.savedAt !== null || state.phase !== 'SAVED';
  if (differs) return <Badge tone="accent">Version {next}, not published</Badge>;
  return <Badge tone="good">Version {plan.published?.number}</Badge>;
}

/** The plan's name and state, and what can be done with the whole of it. */
export function PlanHeader() {
  const { plan, state } = useEditor();
  const [dialog, setDialog] = useState<WhichDialog>(null);
  const { draft } = state;
  const by = plan.draft?.savedBy?.name;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Services', href: '/services' },
          { label: plan.service.name, href: to(`/services/${plan.service.slug}`) },
          { label: 'Recovery plans', href: to(`/services/${plan.service.slug}/plans`) },
        ]}
        title={plan.name}
        badges={
          <>
            <Badge>{planKindWord[plan.kind]}</Badge>
            {badgeOf(plan, state)}
          </>
        }
        lead={
          <>
            {by ? `${by} works on this draft. ` : ''}
            {counted(draft.phases.length, 'phase')}, {counted(placesOf(draft).length, 'step')}.{' '}
            <span role="status">
              <SaveState />
            </span>
          </>
        }
        actions={<HeaderMenus plan={plan} open={setDialog} />}
      />
      <PlanDialogs which={dialog} close={() => setDialog(null)} />
    </>
  );
}

function HeaderMenus({ plan, open }: { plan: PlanView; open(which: WhichDialog): void }) {
  const may = (act: PlanView['acts'][number]) => plan.acts.includes(act);
  const versions: MenuEntry[] = plan.versions.map((version) => ({
    kind: 'link',
    label: `Version ${version.number}`,
    href: to(`${planHref(plan)}/versions/${version.number}`),
    hint: shortened(version.summary, 60),
  }));
  const entries: MenuEntry[] = [];
  if (may('plan.edit')) entries.push({ kind: 'action', label: 'Rename', onSelect: () => open('rename') });
  if (may('plan.edit') && plan.draft && plan.published) {
    entries.push({
      kind: 'action',
      label: 'Discard the draft',
      danger: true,
      onSelect: () => open('discard'),
    });
  }
  if (may('plan.archive')) {
    const label = plan.archived ? 'Bring it back' : 'Archive the plan';
    entries.push({ kind: 'action', label, danger: !plan.archived, onSelect: () => open('archive') });
  }
  return (
    <>
      {versions.length > 0 ? (
        <Menu
          label="Versions"
          align="end"
          trigger={<Button icon="split">Versions</Button>}
          entries={versions}
        />
      ) : null}
      {entries.length > 0 ? (
        <Menu
          label="More about this plan"
          align="end"
          trigger={<Button icon="dots" size="icon" aria-label="More about this plan" />}
          entries={entries}
        />
      ) : null}
    </>
  );
}
