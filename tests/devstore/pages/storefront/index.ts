/** The storefront's rendering of an app's theme blocks, without HTTP. */
export { renderAppBlocks } from './theme/app-blocks.ts';
export { ThemeEditor } from './theme/theme-editor.ts';
export { readThemeExtensions, type ThemeExtension } from './theme/theme-extensions.ts';
