/** A headless browser for tests, found or fetched, and a page whose errors are kept. */
export { BROWSER_ARGUMENTS, findBrowser, type BrowserProgram } from './find-browser.ts';
export { launchBrowser, openWindow } from './launch-browser.ts';
export { openWatchedPage, seriousFindings, type WatchedPage } from './watched-page.ts';
