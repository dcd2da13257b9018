import type { Frame, Page } from 'playwright-core';

/** How a page felt, in Google's measures: milliseconds, and a share of the screen that jumped. */
export interface Vitals {
  readonly lcp: number;
  readonly cls: number;
  /** The slowest interaction; null where there was none. */
  readonly inp: number | null;
}

/**
 * Watches every document of a window from its first instant, each for itself: the app's own frame is what Shopify
 * measures. Layout shifts are added up whole, which is never less than the worst session window that CLS counts.
 *
 * @see https://shopify.dev/docs/apps/build/performance/admin-installation-app-performance
 */
export async function watchVitals(page: Page): Promise<void> {
  await page.context().addInitScript(`
    globalThis.vitals = { lcp: 0, cls: 0, inp: null };
    const watch = (type, note, options) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type, buffered: true, ...options,
      });
    watch('largest-contentful-paint', ({ startTime }) => (vitals.lcp = startTime));
    watch('layout-shift', ({ value, hadRecentInput }) => {
      if (!hadRecentInput) vitals.cls += value;
    });
    watch(
      'event',
      ({ interactionId, duration }) => {
        if (interactionId) vitals.inp = Math.max(vitals.inp ?? 0, duration);
      },
      { durationThreshold: 16 },
    );
  `);
}

/** What was seen of a document so far. */
export const vitalsOf = (frame: Frame): Promise<Vitals> => frame.evaluate<Vitals>('vitals');
