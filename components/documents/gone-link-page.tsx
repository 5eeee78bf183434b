import { t } from '@/lib/language/catalogue';

/** What a private link shows that opens nothing: no script, because the answer has a status of its own. */
export function GoneLinkPage({ organisation }: { organisation: string }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{t('error.link.title')}</title>
        <link rel="stylesheet" href="/status.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body className="public">
        <header className="phead">
          <div className="wrap">
            <a className="brand" href="/">
              {organisation}
            </a>
          </div>
        </header>
        <main id="main">
          <div className="wrap">
            <h1>{t('error.link.title')}</h1>
            <p>{t('error.link.text')}</p>
            <ul>
              <li>
                <a href="/track">{t('track.find.send')}</a>
              </li>
              <li>
                <a href="/report">{t('page.report')}</a>
              </li>
              <li>
                <a href="/">{t('page.backToStatus')}</a>
              </li>
            </ul>
          </div>
        </main>
      </body>
    </html>
  );
}
