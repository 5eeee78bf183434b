import type { PageContext } from '@/lib/status/render/page-context';
import { feedPaths } from '@/lib/status/rules/paths';
import { openIncidents, type PublicView } from '@/lib/status/rules/public-view';
import { words } from '@/lib/status/rules/words';
import { DeskLine } from './document-shell';
import { Icon } from './marks';

/** The services a reader most likely asks about: those that do not work now, at most three. */
function affectedServices(view: PublicView) {
  const slugs = new Set(openIncidents(view).flatMap((incident) => incident.services.map(({ slug }) => slug)));
  return view.services.filter((service) => slugs.has(service.slug)).slice(0, 3);
}

function SubscribeForm({ view, page }: { view: PublicView; page: PageContext }) {
  if (!page.forms) {
    return (
      <p>
        <a className="btn wide" href={`${page.app}/#get`}>
          <Icon name="bell" />
          {words.subscribe}
        </a>
      </p>
    );
  }
  return (
    <form className="sub" method="post" action="/subscribe/send">
      <label className="label" htmlFor="email">
        {words.email}
      </label>
      <input
        className="input"
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        placeholder={words.emailExample}
      />
      <label className="sr" aria-hidden="true">
        {words.website}
        <input name="website" tabIndex={-1} autoComplete="off" />
      </label>
      {affectedServices(view).map((service) => (
        <label key={service.id} className="check">
          <input type="checkbox" name="service" value={service.slug} />
          <span>{words.only(service.name)}</span>
        </label>
      ))}
      <button className="btn wide" type="submit">
        <Icon name="bell" />
        {words.subscribe}
      </button>
    </form>
  );
}

function GetUpdates({ view, page }: { view: PublicView; page: PageContext }) {
  return (
    <section className="blk" aria-labelledby="get">
      <h2 id="get">{words.getUpdates}</h2>
      <p className="muted">{words.getUpdatesHint}</p>
      <SubscribeForm view={view} page={page} />
      <p className="also">
        <a href={feedPaths.rss}>
          <Icon name="feed" />
          {words.feed}
        </a>
      </p>
    </section>
  );
}

function TrackForm({ page }: { page: PageContext }) {
  return (
    <section className="blk" aria-labelledby="told">
      <h2 id="told">{words.told}</h2>
      <p>{words.toldHint}</p>
      {page.forms ? (
        <form className="sub" method="get" action="/track">
          <label className="label" htmlFor="reference">
            {words.reference}
          </label>
          <input
            className="input mono"
            id="reference"
            name="reference"
            required
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            placeholder={words.referenceExample}
          />
          <button className="btn wide" type="submit">
            {words.trackButton}
          </button>
        </form>
      ) : (
        <p>
          <a className="btn wide" href={`${page.app}/track`}>
            {words.trackButton}
          </a>
        </p>
      )}
    </section>
  );
}

export function SideColumn({ view, page }: { view: PublicView; page: PageContext }) {
  return (
    <aside>
      <GetUpdates view={view} page={page} />
      <TrackForm page={page} />
      {page.organisation.deskPhone && (
        <section className="blk" aria-labelledby="cannot">
          <h2 id="cannot">{words.cannotUse}</h2>
          <p>
            {words.cannotUseText} <DeskLine page={page} />
          </p>
        </section>
      )}
    </aside>
  );
}
