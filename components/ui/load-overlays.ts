/**
 * Loads what opens over the page while the browser is idle, so that dialogs and menus open at once, and also when the
 * server goes away after the page was loaded.
 */
export function loadOverlays(): () => void {
  const load = () => {
    const parts = [
      import('./dialog-parts'),
      import('./confirm-parts'),
      import('./menu-parts'),
      import('./palette-parts'),
      import('./toaster-parts'),
    ];
    // A part that failed to load is asked for again when it is opened.
    void Promise.allSettled(parts);
  };
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(load, 2000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(load, { timeout: 5000 });
  return () => cancelIdleCallback(handle);
}
