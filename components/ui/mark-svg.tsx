import { classNames } from './class-names';

const round = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const ink = { fill: 'none', stroke: 'currentColor' } as const;
const gap = { fill: 'none', stroke: 'var(--on-mark)', ...round } as const;

const shapes = {
  octagon: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <rect x="3.9" y="6.7" width="8.2" height="2.6" rx=".7" fill="var(--on-mark)" />
    </>
  ),
  triangle: (
    <>
      <path
        d="M8 1.6 15.1 14.3H.9z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M8 6v4.1" {...gap} strokeWidth="1.8" />
      <circle cx="8" cy="12.5" r="1.05" fill="var(--on-mark)" />
    </>
  ),
  'half-diamond': (
    <>
      <path d="M8 1.3 14.7 8 8 14.7 1.3 8z" {...ink} strokeWidth="1.7" strokeLinejoin="round" />
      <path d="M8 1.3V14.7L1.3 8z" fill="currentColor" />
    </>
  ),
  'dotted-circle': (
    <>
      <circle cx="8" cy="8" r="6" {...ink} strokeWidth="1.7" />
      <circle cx="8" cy="8" r="1.7" fill="currentColor" />
    </>
  ),
  tick: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.7 8.3 7 10.6l4.3-4.7" {...gap} strokeWidth="1.8" />
    </>
  ),
  down: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.6" />
      <path d="M8 4.7v6M5.4 8.3 8 10.9l2.6-2.6" {...ink} {...round} strokeWidth="1.7" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.6" />
      <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />
    </>
  ),
  cross: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" {...gap} strokeWidth="1.9" />
    </>
  ),
  bars: (
    <>
      <rect x="1.2" y="1.2" width="13.6" height="13.6" rx="4" fill="currentColor" />
      <path d="M5.7 5v6M10.3 5v6" {...gap} strokeWidth="1.9" />
    </>
  ),
  question: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.6" />
      <path
        d="M6.3 6.4c0-2.2 3.4-2.2 3.4 0 0 1.3-1.7 1.4-1.7 2.8M8 11.3h.01"
        {...ink}
        {...round}
        strokeWidth="1.6"
      />
    </>
  ),
  dash: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.4" strokeDasharray="2.4 2" />
      <path d="M5.5 8h5" {...ink} {...round} strokeWidth="1.6" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.4" />,
  'dotted-ring': <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.6" strokeDasharray="2.6 2.2" />,
  target: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.6" />
      <circle cx="8" cy="8" r="2.4" fill="currentColor" />
    </>
  ),
  disc: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  'ticked-ring': (
    <>
      <circle cx="8" cy="8" r="6.2" {...ink} strokeWidth="1.4" />
      <path d="M5.2 8.2 7.2 10.2l3.8-4.2" {...ink} {...round} strokeWidth="1.5" />
    </>
  ),
} as const;

export type MarkShape = keyof typeof shapes;
export type MarkSize = 's' | 'm' | 'lg' | 'xl';

type MarkSvgProps = {
  shape: MarkShape;
  size?: MarkSize | undefined;
  label?: string | undefined;
  className?: string | undefined;
};

/** A filled sign of the 16 px grid; its gaps take the colour of the surface from --on-mark. */
export function MarkSvg({ shape, size = 'm', label, className }: MarkSvgProps) {
  return (
    <svg
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={classNames('mark', size !== 'm' && size, className)}
      viewBox="0 0 16 16"
    >
      {shapes[shape]}
    </svg>
  );
}
