import type { ReactElement } from 'react';

/** React's markup as a whole document. The renderer is loaded here only: a static import would fail the build. */
export async function renderHtml(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>${renderToStaticMarkup(element)}`;
}
