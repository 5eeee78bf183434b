'use client';

import { SeverityMark } from '@/components/severity/severity-mark';
import { useNow } from '@/components/ui/clock';
import { Time } from '@/components/ui/time';
import type { Severity } from '@/lib/severity/schema';

interface PreviewCardProps {
  severity: Severity;
  /** Above the text: the services, or the subject of a mail. */
  heading: string;
  /** What users read for the stage. */
  stage?: string | undefined;
  text: string;
  nextUpdateAt: string | null;
}

/** An update as people will read it. */
export function PreviewCard({ severity, heading, stage, text, nextUpdateAt }: PreviewCardProps) {
  const now = useNow();
  return (
    <div className="upd-pv">
      <div className="upd-pv-h">
        <SeverityMark severity={severity} label />
        <span>{heading}</span>
        <span className="sp whitespace-nowrap">
          <Time at={now} show="datetime" />
        </span>
      </div>
      {stage ? <b className="sm">{stage}</b> : null}
      {text.trim() ? (
        <p className="whitespace-pre-wrap">{text.trim()}</p>
      ) : (
        <p className="muted">Your words appear here as you write.</p>
      )}
      {nextUpdateAt ? (
        <div className="upd-pv-f">
          Next update by{' '}
          <b>
            <Time at={nextUpdateAt} show="datetime" />
          </b>
        </div>
      ) : null}
    </div>
  );
}
