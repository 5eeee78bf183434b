import { statusTexts } from './en/status';

/** Every text of public documents and mails in English, by key. */
export const en = {
  ...statusTexts,
};
