import { Fragment } from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Time } from '@/components/ui/time';
import type { DeliveryView } from '@/lib/deliveries/queries/views';
import { isAccountMail } from '@/lib/deliveries/schema';
import { mailHref } from './queries';

interface TextPart {
  /** Where it begins in the text. */
  at: number;
  words: string;
  link: boolean;
}

function splitLinks(text: string): TextPart[] {
  let at = 0;
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((words, place) => {
    const piece = { at, words, link: place % 2 === 1 };
    at += words.length;
    return piece;
  });
}

/** Plain text with its addresses as links. */
function TextWithLinks({ text }: { text: string }) {
  return splitLinks(text).map(({ at, words, link }) =>
    link ? (
      <a key={at} href={words} target="_blank" rel="noreferrer">
        {words}
      </a>
    ) : (
      <Fragment key={at}>{words}</Fragment>
    ),
  );
}

/** The mail exactly as it was frozen. */
export function MailView({ delivery, zone }: { delivery: DeliveryView; zone: string }) {
  const { mail } = delivery;
  if (!mail) return null;
  return (
    <div className="delivery-mail">
      <div className="delivery-head">
        From <b>{mail.from}</b>
        {mail.replyTo ? (
          <>
            <br />
            Answers to <b>{mail.replyTo}</b>
          </>
        ) : null}
        <br />
        Subject <b>{mail.subject}</b>
      </div>
      <div className="delivery-body">
        {mail.text === null ? (
          <p>
            {isAccountMail(delivery.purpose)
              ? 'The link in this message signs its reader in, so only an admin reads it.'
              : 'There is no text to show.'}
          </p>
        ) : (
          <ScrollRegion label="Text of the mail" className="delivery-text">
            <TextWithLinks text={mail.text} />
          </ScrollRegion>
        )}
        <p className="sm muted">
          Exactly as frozen at <Time at={delivery.createdAt} show="datetime" zone={zone} />. An older update
          is not sent after a newer one.{' '}
          {mail.text === null ? null : (
            <a href={mailHref(delivery.id)} target="_blank" rel="noreferrer">
              See it as a mail program shows it
            </a>
          )}
        </p>
      </div>
    </div>
  );
}
