import { Html, html } from '../../../http/pages/html.ts';
import { settingValues, type ThemeBlock } from './block-schema.ts';
import { renderLiquid } from '../liquid.ts';
import type { ThemeEditor } from './theme-editor.ts';
import type { ThemeExtension } from './theme-extensions.ts';
import { translate } from './theme-texts.ts';
import { liquidGlobals, type StorefrontVisit } from '../visit.ts';

/** The app blocks of one page, and what they need in its head. */
export interface RenderedBlocks {
  readonly blocks: readonly Html[];
  readonly head: Html;
}

/** The address of a file in an extension's `assets/`. */
function assetPath(extension: ThemeExtension, file: string): string {
  if (!extension.assets.has(file)) {
    throw new Error(`The extension ${extension.handle} has no asset ${file}.`);
  }
  return `/devstore-theme-assets/${extension.handle}/${file}`;
}

/** Renders every app block that stands on the visited page. */
export async function renderAppBlocks(
  extensions: readonly ThemeExtension[],
  editor: ThemeEditor,
  visit: StorefrontVisit,
): Promise<RenderedBlocks> {
  const placed = extensions.flatMap((extension) =>
    extension.blocks.flatMap((block) => {
      const name = `${extension.handle}/${block.name}`;
      const { placed: there, settings = {} } = editor.placement(visit.shop, name, visit.path);
      return there && belongsOn(block, visit.path) ? [{ extension, block, settings }] : [];
    }),
  );
  const blocks = await Promise.all(
    placed.map(({ extension, block, settings }) => renderBlock(extension, block, settings, visit)),
  );
  return {
    blocks,
    head: html`${placed.map(({ extension, block }) => assetsOf(extension, block))}`,
  };
}

/**
 * Whether a block may stand on a page at all. Source:
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration (schema)
 */
function belongsOn({ target, enabledOn, disabledOn }: ThemeBlock, page: string): boolean {
  const template = page === '/' ? 'index' : 'page';
  const named = (templates: readonly string[]): boolean =>
    templates.includes('*') || templates.includes(template);
  return target === 'section' && (enabledOn === null || named(enabledOn)) && !named(disabledOn);
}

async function renderBlock(
  extension: ThemeExtension,
  block: ThemeBlock,
  settings: Readonly<Record<string, unknown>>,
  visit: StorefrontVisit,
): Promise<Html> {
  const id = `${extension.handle}-${block.name}`;
  const attributes = `data-devstore-block="${extension.handle}/${block.name}"`;
  const { markup } = await renderLiquid(
    block.template,
    {
      snippets: `${extension.folder}/snippets`,
      timeZone: visit.shop.timezone,
      translate: (key, values) =>
        translate(extension.texts.storefront, visit.locale.locale, key, values),
      assetAddress: (file) => assetPath(extension, file),
    },
    {
      globals: liquidGlobals(visit),
      own: {
        block: {
          id,
          type: block.name,
          settings: settingValues(block, settings),
          shopify_attributes: attributes,
        },
        section: { id: 'apps' },
      },
    },
  );
  const open = `<${block.tag} id="shopify-block-${id}" class="shopify-block shopify-app-block ${block.className}">`;
  return new Html(`${open}${markup}</${block.tag}>`);
}

function assetsOf(extension: ThemeExtension, block: ThemeBlock): Html {
  return html`${
    block.stylesheet === null
      ? null
      : html`<link rel="stylesheet" href="${assetPath(extension, block.stylesheet)}" />`
  }${
    block.javascript === null
      ? null
      : html`<script src="${assetPath(extension, block.javascript)}" defer></script>`
  }${
    block.styles === ''
      ? null
      : html`<style>
          ${new Html(block.styles)}
        </style>`
  }${
    block.scripts === ''
      ? null
      : html`<script type="module">
          ${new Html(block.scripts)};
        </script>`
  }`;
}
