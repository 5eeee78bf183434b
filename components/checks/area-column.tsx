'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { AreaView, IncidentChecksView } from '@/lib/checks/queries/views';
import { areaLabel } from '@/lib/services/schema';
import { AddCheckDialog } from './add-check-dialog';
import { CheckItem } from './check-item';
import { areaIcon } from './check-words';

interface AreaColumnProps {
  area: AreaView;
  services: IncidentChecksView['services'];
  may: boolean;
}

/** The checklist of one area. */
export function AreaColumn({ area, services, may }: AreaColumnProps) {
  const [adding, setAdding] = useState(false);
  const id = `area-${area.area.toLowerCase()}`;
  return (
    <Card aria-labelledby={id}>
      <div className="chk-area">
        <Icon name={areaIcon[area.area]} size={18} />
        <h3 id={id}>{areaLabel[area.area]}</h3>
        <span className="n">
          {area.checked} of {area.total} checked
        </span>
        <p>{area.sentence}</p>
      </div>
      <ul aria-labelledby={id}>
        {area.checks.map((check) => (
          <CheckItem key={check.id} check={check} may={may} />
        ))}
      </ul>
      {may ? (
        <div className="px-3 pt-2 pb-3">
          <Button
            variant="quiet"
            size="sm"
            icon="plus"
            aria-label={`Add a check to ${areaLabel[area.area].toLowerCase()}`}
            onClick={() => setAdding(true)}
          >
            Add a check
          </Button>
          {adding ? (
            <AddCheckDialog area={area.area} services={services} onClose={() => setAdding(false)} />
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
