import { ErrorState } from '@/components/ui/error-state';
import { LinkButton } from '@/components/ui/link-button';
import { t } from '@/lib/language/catalogue';

/** The database is away: the report is safe, and so is the link. */
export function ReportAway() {
  return (
    <div className="pt-10">
      <ErrorState
        title={t('track.away.title')}
        action={
          <LinkButton href="?" variant="primary" reload>
            {t('track.away.again')}
          </LinkButton>
        }
      >
        {t('track.away.text')}
      </ErrorState>
    </div>
  );
}
