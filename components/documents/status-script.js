// Makes times relative, moves the promise rulers, fetches the page again when it changed, and says when it is old.
// The page is complete without this file.
const staleAfter = 180000;
// The device's clock may be wrong, and may be set while the page is open: only how long it is open is taken from there.
const opened = Date.now() - performance.now();
// How far that clock is behind the server's, in milliseconds. Until an answer tells, a page that seems old seems so by a
// wrong clock.
let skew = 0;
const now = () => opened + performance.now() + skew;
const minute = 60000;
const key = 'standby-zone';
const each = (selector, run) => {
  for (const element of document.querySelectorAll(selector)) run(element);
};
const home = () => document.querySelector('[data-zone]')?.dataset.zone || 'UTC';
const device = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
const zone = () => {
  try {
    return localStorage.getItem(key) === 'home' ? home() : device;
  } catch {
    return device;
  }
};

// Making a format is slow, using it is not.
const formats = new Map();
const parts = (at, options) => {
  const of = zone() + JSON.stringify(options);
  if (!formats.has(of)) formats.set(of, new Intl.DateTimeFormat('en-GB', { timeZone: zone(), ...options }));
  const found = {};
  for (const { type, value } of formats.get(of).formatToParts(at)) found[type] = value;
  return found;
};
const clock = (at) => {
  const { hour, minute: m } = parts(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${m}`;
};
const name = (at) => parts(at, { timeZoneName: 'short' }).timeZoneName;
const date = (at) => parts(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const same = (a, b) => a.day === b.day && a.month === b.month && a.year === b.year;

const absolute = (at, show) => {
  const d = date(at);
  if (show === 'clock') return clock(at);
  if (show === 'day') return `${d.weekday.slice(0, 3)} ${d.day} ${d.month}`;
  const text = show === 'bare' ? clock(at) : `${clock(at)} ${name(at)}`;
  if (show === 'full') return `${d.weekday} ${d.day} ${d.month} ${d.year} at ${text}`;
  const today = date(new Date(now()));
  if (same(d, today)) return text;
  return `${d.day} ${d.month}${d.year === today.year ? '' : ` ${d.year}`}, ${text}`;
};
const span = (ms) => {
  const m = Math.floor(ms / minute);
  if (m < 60) return `${m} min`;
  const h = Math.floor(m / 60);
  if (h < 24) return m % 60 ? `${h} h ${m % 60} min` : `${h} h`;
  const d = Math.floor(h / 24);
  return d === 1 ? '1 day' : `${d} days`;
};
const ago = (ms) => (ms < minute ? 'just now' : `${span(ms)} ago`);

const ruler = (element) => {
  const from = Date.parse(element.dataset.from);
  const to = Date.parse(element.dataset.to);
  const left = to - now();
  const at = `${Math.min(100, Math.max(0, ((now() - from) / Math.max(minute, to - from)) * 100)).toFixed(1)}%`;
  element.className = `promise${left < 0 ? ' over' : left <= 5 * minute ? ' soon' : ''}`;
  element.querySelector('.done').setAttribute('width', at);
  element.querySelector('.needle').setAttribute('cx', at);
  const text = left < 0 ? `${span(Math.max(minute, -left))} late` : `in ${span(Math.max(minute, left))}`;
  element.querySelector('[data-left]').textContent = text;
};

const footer = () => {
  const element = document.querySelector('[data-zone]');
  if (!element) return;
  const at = new Date(now());
  const offset = parts(at, { timeZoneName: 'shortOffset' })
    .timeZoneName.replace('GMT', 'UTC')
    .replace(/\+0$/, '');
  const own = zone() === device;
  const short = name(at);
  const words = /^(GMT|UTC)/.test(short) ? short : `${short} (${offset})`;
  element.textContent = `${words}${own ? ', your device’s time zone' : ''}`;
  if (device === home() || document.querySelector('[data-change]')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.dataset.change = '';
  button.textContent = 'Change';
  button.addEventListener('click', () => {
    try {
      localStorage.setItem(key, zone() === device ? 'home' : 'device');
    } catch {
      // Without storage the device's zone stays.
    }
    draw();
  });
  element.after('. ', button);
};

let rewritten = false;
const draw = () => {
  // The document's own words are right for readers in its zone.
  if (rewritten || zone() !== home()) {
    rewritten = true;
    each('time[data-t]', (element) => {
      element.textContent = absolute(new Date(element.dateTime), element.dataset.t);
    });
  }
  each('[data-ago]', (element) => {
    element.textContent = `, ${ago(now() - Date.parse(element.dataset.ago))}`;
  });
  each('.promise', ruler);
  const old = now() - Date.parse(document.body.dataset.asOf);
  each('.stale', (element) => {
    element.hidden = old <= staleAfter;
  });
  footer();
};

// What the reader typed and where the focus is stays: only these parts are exchanged.
const shown = ['.state-t', '.cols > div', 'article.inc', '[aria-labelledby=planned]', '.pfoot'];
const exchange = (text) => {
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (!next.querySelector('#main')) return;
  document.title = next.title;
  if (next.body.dataset.asOf) document.body.dataset.asOf = next.body.dataset.asOf;
  else delete document.body.dataset.asOf;
  document.querySelector('.state')?.setAttribute('class', next.querySelector('.state')?.className || 'state');
  for (const selector of shown) {
    const before = document.querySelector(selector);
    const after = next.querySelector(selector);
    if (!before || !after || before.contains(document.activeElement) || !before.isConnected) continue;
    const unfolded = [...before.querySelectorAll('details[open]')].map(({ id }) => id);
    before.replaceWith(document.adoptNode(after));
    for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  }
  draw();
};

let tag = '';
const refresh = async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname, {
      cache: 'no-cache',
      headers: tag ? { 'If-None-Match': tag } : {},
    });
    const served =
      Date.parse(answer.headers.get('date') || '') + Number(answer.headers.get('age') || 0) * 1000;
    if (served) skew += Math.abs(served - now()) > 5000 ? served - now() : 0;
    if (answer.status !== 200) return draw();
    const found = answer.headers.get('etag') || '';
    if (found && found === tag) return draw();
    tag = found;
    exchange(await answer.text());
  } catch {
    // Offline, or the server is away: the banner says how old the page is, by the only clock there is.
    if (assumed && skew === assumed) skew = 0;
    draw();
  }
};

const age = now() - Date.parse(document.body.dataset.asOf);
const assumed = Math.abs(age) > staleAfter ? -age : 0;
skew = assumed;
draw();
if (assumed) void refresh();
setInterval(draw, 15000);
setInterval(refresh, 30000);
document.addEventListener('visibilitychange', refresh);
