import { LinkRefused } from '@/components/members/link-refused';
import { t } from '@/lib/language/catalogue';

export default function LinkNotFound() {
  return (
    <LinkRefused
      title={t('error.link.title')}
      reason={t('subscribe.link.text')}
      action={{ href: '/subscribe', label: t('subscribe.title') }}
    />
  );
}
