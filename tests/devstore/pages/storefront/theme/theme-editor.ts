import type { Page, Shop } from '../../../world/model.ts';
import type { SettingValue } from './block-schema.ts';

/** An app block on a page, as the merchant placed it. */
export interface Placement {
  /** `{extension handle}/{block name}`. */
  readonly block: string;
  readonly page: string;
  readonly placed: boolean;
  /** What the merchant set; the schema's defaults stand for the rest. */
  readonly settings?: Readonly<Record<string, Exclude<SettingValue, null>>>;
}

/**
 * What a merchant does in Shopify's theme editor. A block is where its page's data put it, until somebody says
 * otherwise, and nowhere else.
 */
export class ThemeEditor {
  readonly #placements = new Map<string, Placement>();

  /** Puts a block on a page with these settings, or takes it away. */
  place(placement: Placement): void {
    this.#placements.set(keyOf(placement), placement);
  }

  /** How a block stands on a page, named by its path without a language. */
  placement(shop: Shop, block: string, page: string): Placement {
    const appBlocks = pageAt(shop, page)?.appBlocks ?? [];
    return (
      this.#placements.get(keyOf({ block, page })) ?? {
        block,
        page,
        placed: appBlocks === 'all' || appBlocks.includes(block),
      }
    );
  }
}

function keyOf({ block, page }: Pick<Placement, 'block' | 'page'>): string {
  return `${page} ${block}`;
}

/** `/pages/{handle}`. */
export function pathOf({ handle }: Page): string {
  return `/pages/${handle}`;
}

/** The shop's page at a path without a language. */
export function pageAt(shop: Shop, path: string): Page | undefined {
  return [...shop.pages.values()].find((page) => pathOf(page) === path);
}
