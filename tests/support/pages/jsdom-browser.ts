import { transferableAbortController } from 'node:util';

import { builtinEnvironments } from 'vitest/environments';

/*
 * One browser for all files of tests: React, Polaris and the testing library keep the document that they were
 * imported in, and importing them anew for each file costs more than the tests.
 */
if (!('document' in globalThis)) {
  await builtinEnvironments.jsdom.setup(globalThis, {});
  addWhatJsdomLacks();
}

/** The parts of a browser that Polaris and the router ask for and jsdom lacks. */
function addWhatJsdomLacks(): void {
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      media: query,
      matches: false,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.scroll = () => undefined;
  window.scrollTo = () => undefined;
  Element.prototype.scrollBy = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  // Without a layout nothing has one: a popover opens only where what opens it is displayed.
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentElement;
    },
  });
  globalThis.CSS = {
    escape: (text: string) => text.replaceAll(/[^\w-]/g, '\\$&'),
  } as typeof CSS;
  // Node's `Request`, which the router makes, takes no abort signal of jsdom's: use Node's for both.
  globalThis.AbortController = transferableAbortController().constructor as typeof AbortController;
}
