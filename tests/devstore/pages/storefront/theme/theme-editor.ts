import type { SettingValue } from './block-schema.ts';

/** The page that app blocks are on from the start. */
export const CANCELLATIONS_PATH = '/pages/cancellations';

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
 * What a merchant does in Shopify's theme editor. Every block of the app is on the cancellations
 * page and nowhere else, until somebody says otherwise.
 */
export class ThemeEditor {
  readonly #placements = new Map<string, Placement>();

  /** Puts a block on a page with these settings, or takes it away. */
  place(placement: Placement): void {
    this.#placements.set(keyOf(placement), placement);
  }

  /** How a block stands on a page. */
  placement(block: string, page: string): Placement {
    return (
      this.#placements.get(keyOf({ block, page })) ?? {
        block,
        page,
        placed: page === CANCELLATIONS_PATH,
      }
    );
  }
}

function keyOf({ block, page }: Pick<Placement, 'block' | 'page'>): string {
  return `${page} ${block}`;
}
