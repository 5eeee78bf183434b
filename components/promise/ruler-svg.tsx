type RulerSvgProps = { fraction: number; ticks: readonly number[]; label: string };

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** Ticks, a needle for now and a flag for the promise; all lengths are attributes, so documents can draw it too. */
export function RulerSvg({ fraction, ticks, label }: RulerSvgProps) {
  return (
    <svg className="ruler" width="100%" height="24" role="img" aria-label={label}>
      {ticks.map((share) => (
        <line key={share} className="tick" x1={percent(share)} x2={percent(share)} y1="10" y2="16" />
      ))}
      <rect className="base" y="15" width="100%" height="2" />
      <rect className="done" y="14" width={percent(fraction)} height="4" rx="2" />
      <svg x="100%" y="0" overflow="visible" aria-hidden>
        <path className="flag" d="M-1 0 11 4.4 1 8.8V17H-1z" />
      </svg>
      <circle className="ring" cx={percent(fraction)} cy="16" r="7.5" />
      <circle className="gap" cx={percent(fraction)} cy="16" r="6" />
      <circle className="needle" cx={percent(fraction)} cy="16" r="3.5" />
    </svg>
  );
}
