import type { CSSProperties } from 'react';
import type { Severity } from '@/lib/severity/schema';

/* Mail programs read styles on the elements; the values are those of the design tokens. Those that know
   `prefers-color-scheme` take the dark ones by class. */

const sans =
  '"Atkinson Hyperlegible Next", "Segoe UI", system-ui, -apple-system, Helvetica, Arial, sans-serif';

export const styles = {
  body: { margin: 0, padding: '24px 8px', backgroundColor: '#e8edeb', fontFamily: sans, color: '#273733' },
  card: {
    maxWidth: '560px',
    margin: '0 auto',
    backgroundColor: '#ffffff',
    border: '1px solid #dae2df',
    borderRadius: '7px',
  },
  /* For what is in it: a name without a space is broken, in any part. */
  main: { padding: '24px 26px', overflowWrap: 'anywhere' },
  heading: {
    margin: '10px 0 0',
    fontSize: '20px',
    lineHeight: '26px',
    fontWeight: 640,
    color: '#0f1f1c',
  },
  text: { margin: '12px 0 0', fontSize: '17px', lineHeight: '25px' },
  small: { margin: '12px 0 0', fontSize: '15px', lineHeight: '22px', color: '#50615c' },
  box: {
    margin: '12px 0 0',
    padding: '12px 16px',
    borderLeft: '4px solid #0d5a6c',
    backgroundColor: '#f2f5f4',
    fontSize: '17px',
    lineHeight: '25px',
    whiteSpace: 'pre-wrap',
  },
  buttonRow: { margin: '16px 0 0' },
  button: {
    padding: '10px 18px',
    borderRadius: '7px',
    backgroundColor: '#0d5a6c',
    color: '#ffffff',
    fontSize: '17px',
    lineHeight: '25px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  footer: { padding: '14px 26px 18px', borderTop: '1px solid #dae2df' },
  footerText: { margin: '0', fontSize: '13px', lineHeight: '20px', color: '#50615c' },
  link: { color: '#0c5565', textDecoration: 'underline' },
} satisfies Record<string, CSSProperties>;

const badge = {
  display: 'inline-block',
  padding: '2px 10px',
  borderRadius: '999px',
  fontSize: '13px',
  lineHeight: '18px',
  fontWeight: 640,
} satisfies CSSProperties;

const severityColours: Record<Severity, [text: string, soft: string, line: string]> = {
  CRITICAL: ['#9f1429', '#fcebed', '#eebcc2'],
  SEVERE: ['#923a05', '#fdefe4', '#f0c6a4'],
  MODERATE: ['#6b4d00', '#faf2d8', '#e3ce8b'],
  TRIVIAL: ['#46556f', '#ecf0f6', '#c6d0de'],
};

export function badgeStyle(severity: Severity): CSSProperties {
  const [color, backgroundColor, line] = severityColours[severity];
  return { ...badge, color, backgroundColor, border: `1px solid ${line}` };
}

export const styleSheet = `
.m-words p, .m-words ul, .m-words ol, .m-words pre, .m-words blockquote { margin: 12px 0 0; }
.m-words > :first-child { margin-top: 0; }
.m-words a { color: #0c5565; }
@media (max-width: 480px) {
  .m-main { padding: 20px 18px !important; }
  .m-footer { padding: 12px 18px 16px !important; }
}
@media (prefers-color-scheme: dark) {
  body, .m-body, .m-body > table > tbody > tr > td { background-color: #0b1312 !important; color: #d0dbd7 !important; }
  .m-card { background-color: #121c1a !important; border-color: #23322e !important; }
  .m-heading { color: #eff5f3 !important; }
  .m-text { color: #d0dbd7 !important; }
  .m-small { color: #9fb0aa !important; }
  .m-box { background-color: #1c2926 !important; border-left-color: #62bccc !important; color: #d0dbd7 !important; }
  .m-footer { border-top-color: #23322e !important; }
  .m-link, .m-words a { color: #7fd0dd !important; }
  .m-button { background-color: #62bccc !important; color: #05212a !important; }
  .m-CRITICAL { color: #ff9aa3 !important; background-color: #35151a !important; border-color: #6e2a34 !important; }
  .m-SEVERE { color: #ffb483 !important; background-color: #331d0e !important; border-color: #6b3d1b !important; }
  .m-MODERATE { color: #ecca6c !important; background-color: #2c230a !important; border-color: #5c4a17 !important; }
  .m-TRIVIAL { color: #b4c3da !important; background-color: #1a2330 !important; border-color: #3a4a62 !important; }
}`;
