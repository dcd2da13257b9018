/** The storefront's rendering of an app's theme blocks, without HTTP. */
export { renderAppBlocks } from './app-blocks.ts';
export { CANCELLATIONS_PATH, ThemeEditor } from './theme-editor.ts';
export { readThemeExtensions, type ThemeExtension } from './theme-extensions.ts';
