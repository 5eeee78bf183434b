import { expect, type Page } from '@playwright/test';

/** A name and a title that can be broken nowhere. */
const longName = 'customer_records_api_gateway_production_euw1';
const longTitle = 'x'.repeat(160);

interface Names {
  services: string[];
  titles: string[];
}

/** What the status page calls its services and incidents. */
export async function namesOnShow(page: Page): Promise<Names> {
  const summary = await (await page.request.get('/api/v2/summary.json')).json();
  const names = (list: { name: string }[]) =>
    list.map(({ name }) => name).sort((a, b) => b.length - a.length);
  return { services: names(summary.components), titles: names(summary.incidents) };
}

/** Runs in the page: calls every service and incident that it names by a long word. */
function lengthen({ services, titles, name, title }: Names & { name: string; title: string }): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const isShown = !node.parentElement?.closest('script, style, textarea');
    if (!isShown) continue;
    let text = node.data;
    for (const one of titles) text = text.replaceAll(one, title);
    for (const one of services) text = text.replaceAll(one, name);
    if (text !== node.data) node.data = text;
  }
}

/** Runs in the page: what makes it wider than its window, the innermost of it. */
function tooWide(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const isClipped = (one: Element): boolean => {
    const parent = one.parentElement;
    if (!parent || parent === document.body) return false;
    return getComputedStyle(parent).overflowX !== 'visible' || isClipped(parent);
  };
  const beyond = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > width + 1 && !isClipped(one),
  );
  const innermost = beyond.filter((one) => !beyond.some((other) => other !== one && one.contains(other)));
  return [
    `${document.documentElement.scrollWidth} px`,
    ...innermost.slice(0, 5).map((one) => one.outerHTML.slice(0, 200)),
  ];
}

/** Runs in the page: the share of its height that stays covered while one scrolls. */
function coveredShare(): number {
  window.scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
  const rows = new Set<number>();
  for (const one of document.querySelectorAll('body *')) {
    const { position, visibility, top, bottom, pointerEvents } = getComputedStyle(one);
    if (
      (position !== 'fixed' && position !== 'sticky') ||
      visibility === 'hidden' ||
      pointerEvents === 'none'
    )
      continue;
    const box = one.getBoundingClientRect();
    const isStuck =
      position === 'fixed' ||
      Math.abs(box.top - Number.parseFloat(top)) < 1 ||
      Math.abs(window.innerHeight - box.bottom - Number.parseFloat(bottom)) < 1;
    // What scrolls within a part of the page covers that part.
    if (!isStuck || box.width < window.innerWidth / 4 || one.closest('.overflow-x-auto')) continue;
    for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(window.innerHeight, box.bottom); y += 1)
      rows.add(y);
  }
  window.scrollTo({ top: 0, behavior: 'instant' });
  return rows.size / window.innerHeight;
}

/**
 * A page whose names cannot be broken fits 320 px, and enlarged four times its bars leave three quarters to what is read.
 * What is shown afterwards has other names.
 */
export async function expectNarrow(page: Page, names: Names): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(lengthen, { ...names, name: longName, title: longTitle });
  expect.soft(await page.evaluate(tooWide), `${page.url()} at 320 px`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 });
  expect
    .soft(await page.evaluate(coveredShare), `${page.url()}: covered at 320 × 256`)
    .toBeLessThanOrEqual(0.25);
  if (before) await page.setViewportSize(before);
}

/** Runs in the page: what of its header is cut, lies outside of the window, or on something else. */
function brokenHeader(): string[] {
  const width = document.documentElement.clientWidth;
  const links = [...document.querySelectorAll('header a')].filter((one) => one.getClientRects().length > 0);
  const parts = links.flatMap((link) => [link, ...link.querySelectorAll(':scope > span')]);
  const words = (one: Element) => one.textContent ?? '';
  const cut = parts.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0);
  const boxes = links.map((link) => ({ link, box: link.getBoundingClientRect() }));
  const outside = boxes.filter(({ box }) => box.left < 0 || box.right > width + 1);
  const overlaid = boxes.flatMap((one, place) =>
    boxes.slice(place + 1).filter(({ box }) => {
      const across = Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left);
      const down = Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top);
      return across > 1 && down > 1;
    }),
  );
  return [
    ...cut.map((one) => `cut: ${words(one)}`),
    ...outside.map(({ link }) => `outside: ${words(link)}`),
    ...overlaid.map(({ link }) => `on another: ${words(link)}`),
  ];
}

const organisations = [
  'Thornmere services',
  'Environment, Housing and Public Records',
  'Kreisverwaltungsreferat',
];

/** Runs in the page: text as large as its reader wants it, under the name of an organisation. */
function enlarge({ percent, name }: { percent: number; name: string }): void {
  document.documentElement.style.fontSize = `${percent}%`;
  const brand = document.querySelector('header a[class] > span');
  if (brand) brand.textContent = name;
}

/** Every link in the header of a public page can be read as a whole: on a phone, and with text twice as large. */
export async function expectWholeHeader(page: Page): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const percent of [100, 200]) {
      for (const name of organisations) {
        await page.evaluate(enlarge, { percent, name });
        const found = [...(await page.evaluate(brokenHeader)), ...(await page.evaluate(tooWide))];
        expect.soft(found, `${page.url()} at ${width} px, ${percent} %, of ${name}`).toEqual([]);
      }
    }
  }
}
