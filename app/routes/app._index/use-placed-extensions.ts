import { useEffect, useRef } from 'react';

import type { SetupView } from '../../contract/list/figures-view.ts';

/** What is read of `shopify.app.extensions()`. */
interface Extension {
  readonly type: string;
  readonly activations: readonly { readonly target?: string; readonly status?: string }[];
}

/**
 * Asks App Bridge once which of the app's extensions are in their places, and tells of those that the guide still
 * waits for. An admin that does not say leaves the guide as it is.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/app
 */
export function usePlacedExtensions(
  { steps }: SetupView,
  onPlaced: (what: 'block_seen' | 'page_seen') => void,
): void {
  const isAsked = useRef(false);
  const waitsFor = (key: 'page' | 'block') => steps.some((step) => step.key === key && !step.done);
  const [page, block] = [waitsFor('page'), waitsFor('block')];
  useEffect(() => {
    if (isAsked.current || (!page && !block)) return;
    isAsked.current = true;
    void placed().then(({ hasPage, hasBlock }) => {
      if (page && hasPage) onPlaced('page_seen');
      if (block && hasBlock) onPlaced('block_seen');
    });
  }, [page, block, onPlaced]);
}

/** Blocks of the theme are there from the start and active once somebody placed them; the others once they have a target. */
async function placed(): Promise<{ readonly hasPage: boolean; readonly hasBlock: boolean }> {
  let extensions: readonly Extension[];
  try {
    extensions = await shopify.app.extensions();
  } catch {
    // Older admins have no such question: what they do not say is not known.
    return { hasPage: false, hasBlock: false };
  }
  return {
    hasPage: extensions.some(
      ({ type, activations }) =>
        type === 'ui_extension' &&
        activations.some(({ target }) => target?.startsWith('customer-account.') ?? false),
    ),
    hasBlock: extensions.some(
      ({ type, activations }) =>
        type === 'theme_app_extension' && activations.some(({ status }) => status === 'active'),
    ),
  };
}
