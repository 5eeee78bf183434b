import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import type { Instant } from '@/lib/language/time';
import { type PromiseWords, promiseOf } from './promise-words';
import { RulerSvg } from './ruler-svg';

type PromiseVariant = 'ruler' | 'bar' | 'plain';

export type PromiseViewProps = {
  madeAt: Instant;
  dueAt: Instant;
  now: number;
  zone: string;
  /** ruler: with ticks. bar: two short lines and a thin bar. plain: one line of text. */
  variant?: PromiseVariant | undefined;
  /** The times under the ruler. */
  feet?: boolean | undefined;
  /** What is promised: "Next update". */
  what?: string | undefined;
};

/** When people hear next. It cannot be hidden, only kept or moved. */
export function PromiseView({
  variant = 'ruler',
  feet = true,
  what = 'Next update',
  ...input
}: PromiseViewProps) {
  const words = promiseOf(input);
  const className = classNames(
    'promise',
    words.tone !== 'normal' && words.tone,
    variant !== 'ruler' && variant,
  );
  return (
    <div className={className}>
      {variant === 'bar' ? (
        <Bar words={words} />
      ) : (
        <PromiseHeader words={words} what={what} dueAt={input.dueAt} />
      )}
      {variant === 'ruler' ? <RulerSvg {...words} label={words.sentence} /> : null}
      {variant === 'ruler' && feet ? (
        <div className="promise-f">
          <span>Updated {words.from}</span>
          <span>{words.to}</span>
        </div>
      ) : null}
    </div>
  );
}

function PromiseHeader({ words, what, dueAt }: { words: PromiseWords; what: string; dueAt: Instant }) {
  return (
    <div className="promise-h">
      <span className="promise-l">
        <Icon name="clock" />
        <span>
          {words.tone === 'over' ? 'Was due at' : `${what} by`}{' '}
          <b>
            <time dateTime={new Date(dueAt).toISOString()}>{words.due}</time>
          </b>
        </span>
      </span>
      <span className="promise-r">{words.left}</span>
    </div>
  );
}

function Bar({ words }: { words: PromiseWords }) {
  return (
    <>
      <b>
        {words.tone === 'over' ? 'was due ' : 'by '}
        {words.to}
      </b>
      <small>{words.left}</small>
      <span className="pbar thin" aria-hidden>
        <i style={{ '--p': `${words.fraction * 100}%` }} />
      </span>
    </>
  );
}
