import { hashOf, type PlainDocument } from '@/lib/status/documents/encode';
import { assetPaths } from '@/lib/status/rules/paths';
import { source } from './source';
import { stylesheet } from './stylesheet';

/** The few files that the documents load, and the addresses that name their content. */
export interface Assets {
  documents: PlainDocument[];
  stylesheet: string;
  script: string;
  font: string;
}

/** The script as small as it gets. */
async function minifiedScript(): Promise<Buffer> {
  const { stop, transform } = await import('esbuild');
  const script = await source('components/documents/status-script.js');
  const { code } = await transform(script, { minify: true, target: 'es2020' });
  // It works in a process of its own, which nobody needs any more.
  await stop();
  return Buffer.from(code);
}

let loaded: Promise<Assets> | undefined;

async function load(): Promise<Assets> {
  const [css, js, font, icon] = await Promise.all([
    stylesheet(),
    minifiedScript(),
    source(`public${assetPaths.font}`),
    source('app/icon.svg'),
  ]);
  return {
    stylesheet: `${assetPaths.css}?v=${hashOf(css).slice(0, 12)}`,
    script: `${assetPaths.script}?v=${hashOf(js).slice(0, 12)}`,
    font: assetPaths.font,
    documents: [
      { path: assetPaths.css, contentType: 'text/css; charset=utf-8', body: css },
      { path: assetPaths.script, contentType: 'text/javascript; charset=utf-8', body: js },
      { path: assetPaths.font, contentType: 'font/woff2', body: font },
      { path: assetPaths.icon, contentType: 'image/svg+xml; charset=utf-8', body: icon },
    ],
  };
}

/** Read once in a process. */
export function assets(): Promise<Assets> {
  loaded ??= load();
  return loaded;
}
