import { classNames } from './class-names';

type ProgressBarProps = {
  value: number;
  max: number;
  label: string;
  tone?: 'accent' | 'caution' | 'bad' | 'good' | undefined;
  thin?: boolean | undefined;
};

/** Only for counts that are known; an estimate is drawn as a range instead. */
export function ProgressBar({ value, max, label, tone = 'accent', thin = false }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className={classNames('pbar', tone !== 'accent' && tone, thin && 'thin')}
    >
      <i style={{ '--p': `${share * 100}%` }} />
    </div>
  );
}
