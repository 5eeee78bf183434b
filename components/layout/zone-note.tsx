'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { useNow, useZone } from '@/components/ui/clock';
import { Popover } from '@/components/ui/popover';
import { chooseZone, chosenZone, deviceZone, watchZone } from '@/components/ui/reader-zone';
import { SelectField } from '@/components/ui/text-field';
import { zoneName, zoneOffset } from '@/components/ui/time-words';

const wording = { server: '. ', reader: ', your choice. ', device: ', your device’s time zone. ' } as const;

function whoDecided(): keyof typeof wording {
  return chosenZone() ? 'reader' : 'device';
}

/** Which zone the times are in, whose choice that is, and the way to change it. */
export function ZoneNote() {
  const zone = useZone();
  const now = useNow();
  const decidedBy = useSyncExternalStore(watchZone, whoDecided, (): keyof typeof wording => 'server');
  const [open, setOpen] = useState(false);
  const name = zoneName(now, zone);
  const offset = zoneOffset(now, zone);
  return (
    <span>
      Times shown in {name}
      {name.replace('GMT+', 'UTC+').replace('GMT-', 'UTC-') === offset ? null : ` (${offset})`}
      {wording[decidedBy]}
      <Popover
        title="Time zone"
        align="end"
        side="top"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className="text-link scripted">
            Change
          </button>
        }
      >
        <ZoneForm zone={zone} onDone={() => setOpen(false)} />
      </Popover>
    </span>
  );
}

function ZoneForm({ zone, onDone }: { zone: string; onDone: () => void }) {
  const zones = [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <div className="stack">
      <SelectField
        label="Show times in"
        name="zone"
        value={zone}
        onChange={(event) => chooseZone(event.currentTarget.value)}
        options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <div className="row wrapf">
        <Button size="sm" variant="primary" onClick={onDone}>
          Done
        </Button>
        <Button size="sm" onClick={() => chooseZone(null)}>
          Use {deviceZone().replaceAll('_', ' ')}, as this device says
        </Button>
      </div>
    </div>
  );
}
