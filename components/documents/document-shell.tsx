import { Foreign } from '@/components/ui/foreign';
import type { PageContext } from '@/lib/status/render/page-context';
import { assetPaths, feedPaths, homePath } from '@/lib/status/rules/paths';
import { zoneWords } from '@/lib/status/rules/times';
import { words } from '@/lib/status/rules/words';
import { Logo } from './marks';
import { Stamp } from './stamp';

/** In the bytes too, because a static host sends no such header. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'";

function Head({ title, description, page }: { title: string; description: string; page: PageContext }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={contentSecurityPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <link rel="preload" href={page.font} as="font" type="font/woff2" crossOrigin="anonymous" />
      <link rel="stylesheet" href={page.stylesheet} />
      <link rel="icon" href={assetPaths.icon} type="image/svg+xml" />
      <link
        rel="alternate"
        href={feedPaths.atom}
        type="application/atom+xml"
        title={page.organisation.name}
      />
      <script type="module" src={page.script} />
    </head>
  );
}

function Header({ page, current }: { page: PageContext; current: boolean }) {
  return (
    <header className="phead">
      <div className="wrap">
        <a className="brand" href={homePath}>
          <Logo />
          <span>
            <Foreign>{page.organisation.name}</Foreign>
          </span>
        </a>
        <nav aria-label={words.main}>
          <a href={homePath} aria-current={current ? 'page' : undefined}>
            {words.status}
          </a>
          <a href={`${page.app}/report`}>
            {words.report[0]}
            <span className="hide-s">{words.report[1]}</span>
          </a>
          <a href={`${page.app}/track`}>
            {words.track[0]}
            <span className="hide-s">{words.track[1]}</span>
          </a>
        </nav>
        <a className="signin hide-s" href={`${page.app}/sign-in`}>
          {words.signIn}
        </a>
      </div>
    </header>
  );
}

/** Hidden until the page is too old; the server takes the two attributes out, or the script does. */
function StaleBanner({ page }: { page: PageContext }) {
  return (
    <div className="stale" role="status" data-stale="" hidden>
      <div className="wrap">
        <p>
          <b>
            {words.stale} <Stamp at={page.asOf} page={page} />.
          </b>{' '}
          {words.staleNext}
        </p>
      </div>
    </div>
  );
}

export function DeskLine({ page }: { page: PageContext }) {
  const { deskPhone, deskHours } = page.organisation;
  if (!deskPhone) return null;
  return (
    <>
      <a className="nw" href={`tel:${deskPhone.replace(/[^\d+]/g, '')}`}>
        {deskPhone}
      </a>
      {deskHours ? `, ${deskHours}` : ''}.
    </>
  );
}

function Footer({ page }: { page: PageContext }) {
  const { zone, name, deskPhone } = page.organisation;
  return (
    <footer className="pfoot">
      <div className="wrap">
        <span>
          {words.runBy(name)} {deskPhone && words.desk} <DeskLine page={page} />
        </span>
        <span>
          {words.timesIn} <span data-zone={zone}>{zoneWords(page.asOf, zone)}</span>.
        </span>
        <a className="only-s" href={`${page.app}/sign-in`}>
          {words.signIn}
        </a>
      </div>
    </footer>
  );
}

interface ShellProps {
  page: PageContext;
  title: string;
  description: string;
  home?: boolean;
  children: React.ReactNode;
}

export function DocumentShell({ page, title, description, home = false, children }: ShellProps) {
  return (
    <html lang={words.lang}>
      <Head title={title} description={description} page={page} />
      <body data-as-of={page.settled ? undefined : page.asOf}>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <Header page={page} current={home} />
        {!page.settled && <StaleBanner page={page} />}
        <main id="main">{children}</main>
        <Footer page={page} />
      </body>
    </html>
  );
}
