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
