import { gid } from '../../world/gid.ts';
import type { Shop } from '../../world/model.ts';
import type { ExtensionInfo } from '../browser/app-bridge-contract.ts';
import type { PagesDeps } from '../deps.ts';
import { readExtensions } from '../extensions/catalogue.ts';
import { pathOf } from '../storefront/theme/theme-editor.ts';
import { readThemeExtensions } from '../storefront/theme/theme-extensions.ts';

/**
 * What the admin knows of the app's extensions: UI extensions by their targets, all of them active here; blocks of
 * theme extensions by where they stand in the published theme. Contract: `ExtensionInfo` of
 * `@shopify/app-bridge-types`; source: https://shopify.dev/docs/api/app-home/apis/app
 */
export async function extensionInfos(
  { extensionsDir, themeEditor }: Pick<PagesDeps, 'extensionsDir' | 'themeEditor'>,
  shop: Shop,
): Promise<ExtensionInfo[]> {
  const [drawn, themed] = await Promise.all([
    readExtensions(extensionsDir),
    readThemeExtensions(extensionsDir),
  ]);
  const themeId = gid('OnlineStoreTheme', shop.id);
  return [
    ...drawn.map(({ handle, targets }): ExtensionInfo => ({
      handle,
      type: 'ui_extension',
      activations: targets.map((target) => ({ target })),
    })),
    ...themed.map(({ handle, blocks }): ExtensionInfo => ({
      handle,
      type: 'theme_app_extension',
      activations: blocks.map((block) => {
        const placed = [...shop.pages.values()].filter(
          (page) => themeEditor.placement(shop, `${handle}/${block.name}`, pathOf(page)).placed,
        );
        return {
          handle: block.name,
          name: block.title,
          target: block.target,
          status: placed.length > 0 ? 'active' : 'available',
          activations: placed.map((page) => ({
            target: `template--page.${page.handle}/main/${block.name}`,
            themeId,
          })),
        };
      }),
    })),
  ];
}
