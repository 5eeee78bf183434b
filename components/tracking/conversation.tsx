'use client';

import { useEffect, useRef } from 'react';
import { randomId } from '@/components/api/random-id';
import { PictureField } from '@/components/reports/picture-field';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Icon } from '@/components/ui/icon';
import { TextAreaField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import type { FormAction } from '@/lib/platform/rules/form-state';
import type { FileView, MessageView } from '@/lib/reports/queries/views';
import type { TrackView } from '@/lib/tracking/queries/views';
import { useTrackForm } from './use-track-form';

interface ConversationProps {
  view: TrackView;
  token: string;
  action: FormAction;
}

/** Both sides, oldest first: the report itself is the first thing that was said. */
export function Conversation({ view, token, action }: ConversationProps) {
  const { ref, details, receivedAt, files, messages } = view;
  return (
    <div>
      <h2 id="talk" className="mb-3.5">
        {t('track.talk')}
      </h2>
      <section className="card thread" aria-labelledby="talk">
        <div className="msgs" role="log" aria-live="polite">
          <ReporterMessage
            text={details.description}
            at={receivedAt}
            files={files}
            readAt={null}
            token={token}
          />
          {messages.map((message) =>
            message.author === 'REPORTER' ? (
              <ReporterMessage key={message.id} {...message} token={token} />
            ) : (
              <TeamMessage key={message.id} message={message} token={token} />
            ),
          )}
        </div>
        <ReplyForm key={ref} token={token} action={action} />
      </section>
    </div>
  );
}

interface ReporterMessageProps {
  text: string;
  at: string;
  files: FileView[];
  readAt: string | null;
  token: string;
}

function ReporterMessage({ text, at, files, readAt, token }: ReporterMessageProps) {
  return (
    <div className="msg me">
      <div className="who">
        <b>{t('track.talk.you')}</b> <Time at={at} show="auto" />
      </div>
      <div className="bub">{text}</div>
      <Files files={files} token={token} />
      {readAt ? (
        <div className="seen">
          {t('track.talk.read')} <Time at={readAt} show="auto" />
        </div>
      ) : null}
    </div>
  );
}

function TeamMessage({ message, token }: { message: MessageView; token: string }) {
  const name = message.by ?? t('track.talk.team');
  return (
    <div className="msg">
      <Avatar name={name} size="l" decorative />
      <div>
        <div className="who">
          <b>{name}</b> <Time at={message.at} show="auto" />
        </div>
        <div className="bub">{message.text}</div>
        <Files files={message.files} token={token} />
      </div>
    </div>
  );
}

function Files({ files, token }: { files: FileView[]; token: string }) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/v1/tracking/${token}/files/${file.id}`} download>
            <Icon name="clip" />
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ReplyForm({ token, action }: { token: string; action: FormAction }) {
  const key = useRef<HTMLInputElement>(null);
  const renew = () => {
    if (key.current) key.current.value = randomId();
  };
  const { state, pending, formAction, onSubmit } = useTrackForm(action, (form) => {
    form.reset();
    renew();
  });
  // Sent twice, it is one message; without JavaScript there is no key, and the browser asks before it sends again.
  useEffect(renew, []);
  const errorOf = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  return (
    <Form
      action={formAction}
      onSubmit={onSubmit}
      className="reply"
      errors={state.refusal ? [state.refusal] : state.errors}
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="clientKey" ref={key} />
      <TextAreaField
        name="text"
        label={<span className="sr">{t('track.reply')}</span>}
        placeholder={t('track.talk.empty')}
        defaultValue={state.done ? '' : (state.typed.text ?? '')}
        error={errorOf('text')}
      />
      <div className="row flex-wrap">
        <PictureField error={errorOf('files')} label={t('track.attach')} size="sm" />
        <Button type="submit" variant="primary" className="sp" pending={pending}>
          {t('track.reply.send')}
        </Button>
      </div>
      <p role="status" className="sm muted">
        {state.done ? t('track.reply.sent') : null}
      </p>
    </Form>
  );
}
