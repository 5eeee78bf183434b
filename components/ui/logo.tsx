/** One solid disc in front, one ring ready behind it. */
export function Logo({ className }: { className?: string | undefined }) {
  return (
    <svg className={className ? `logo ${className}` : 'logo'} viewBox="0 0 30 20" aria-hidden>
      <circle cx="20" cy="10" r="7.6" fill="none" stroke="currentColor" strokeWidth="2.2" opacity=".75" />
      <circle cx="10" cy="10" r="9" fill="var(--logo-gap, var(--card))" />
      <circle cx="10" cy="10" r="7.8" fill="var(--logo-fill, var(--accent))" />
    </svg>
  );
}
