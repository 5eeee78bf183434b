import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { TrackUpdate, TrackView } from '@/lib/tracking/queries/views';

/** What the team told everybody or the reporters, newest first, down to the reading of the report itself. */
export function UpdateList({ view }: { view: TrackView }) {
  const { updates, readAt, readBy } = view;
  return (
    <section className="not-first:mt-9" aria-labelledby="updates">
      <h2 id="updates" className="mb-3.5">
        {t('track.updates')}
      </h2>
      {updates.length === 0 && !readAt ? <p className="muted text-base">{t('track.noUpdates')}</p> : null}
      <ol className="ups" aria-live="polite">
        {updates.map((update) => (
          <Update key={update.id} update={update} />
        ))}
        {readAt ? (
          <li>
            <div className="h">
              <UpdateTime at={readAt} />
            </div>
            <p>{readBy ? t('track.readByName', { name: readBy }) : t('track.readByTeam')}</p>
          </li>
        ) : null}
      </ol>
    </section>
  );
}

function UpdateTime({ at }: { at: string }) {
  return (
    <>
      <b>
        <Time at={at} show="datetime" />
      </b>{' '}
      <Time at={at} show="relative" />
    </>
  );
}

function Update({ update }: { update: TrackUpdate }) {
  return (
    <li>
      <div className="h">
        <UpdateTime at={update.at} />
        {update.editedAt ? (
          <>
            {', '}
            {t('track.editedAt')} <Time at={update.editedAt} show="auto" />
          </>
        ) : null}
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one sanitiser of updates made it. */}
      <div className="said" dangerouslySetInnerHTML={{ __html: update.html }} />
    </li>
  );
}
