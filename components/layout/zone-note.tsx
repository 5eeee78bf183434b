'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { useNow, useZone } from '@/components/ui/clock';
import { chooseZone, chosenZone, deviceZone, watchZone } from '@/components/ui/reader-zone';
import { SelectField } from '@/components/ui/text-field';
import { zoneName, zoneOffset } from '@/lib/language/time';

const sourceWords = {
  server: '. ',
  reader: ', your choice. ',
  device: ', your device’s time zone. ',
} as const;

function zoneSource(): keyof typeof sourceWords {
  return chosenZone() ? 'reader' : 'device';
}

/** Which zone the times are in, whose choice that is, and the way to change it. */
export function ZoneNote() {
  const zone = useZone();
  const now = useNow();
  const decidedBy = useSyncExternalStore(watchZone, zoneSource, (): keyof typeof sourceWords => 'server');
  const [open, setOpen] = useState(false);
  const name = zoneName(now, zone);
  const offset = zoneOffset(now, zone);
  return (
    <span>
      Times shown in {name}
      {name.replace('GMT+', 'UTC+').replace('GMT-', 'UTC-') === offset ? null : ` (${offset})`}
      {sourceWords[decidedBy]}
      <button
        type="button"
        className="text-link scripted"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Change
      </button>
      {open ? <ZoneForm zone={zone} onDone={() => setOpen(false)} /> : null}
    </span>
  );
}

function ZoneForm({ zone, onDone }: { zone: string; onDone: () => void }) {
  const zones = [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <div className="zone-form stack">
      <SelectField
        label="Show times in"
        name="zone"
        value={zone}
        onChange={(event) => chooseZone(event.currentTarget.value)}
        options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <div className="row flex-wrap">
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
