import { accountMailTexts } from './en/account-mail';
import { allocationMailTexts } from './en/allocation-mail';
import { mailFrameTexts } from './en/mail-frame';
import { memberMailTexts } from './en/member-mail';
import { pageTexts } from './en/page';
import { recoveryTexts } from './en/recovery';
import { reportFormTexts } from './en/report-form';
import { reportMailTexts } from './en/report-mail';
import { statusTexts } from './en/status';
import { subscriptionTexts } from './en/subscription';
import { trackingTexts } from './en/tracking';
import { updateMailTexts } from './en/update-mail';

/** Every text of public documents and mails in English, by key. */
export const en = {
  ...pageTexts,
  ...statusTexts,
  ...recoveryTexts,
  ...reportFormTexts,
  ...trackingTexts,
  ...subscriptionTexts,
  ...reportMailTexts,
  ...updateMailTexts,
  ...accountMailTexts,
  ...mailFrameTexts,
  ...memberMailTexts,
  ...allocationMailTexts,
};
