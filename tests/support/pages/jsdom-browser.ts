import { transferableAbortController } from 'node:util';

/* The parts of a browser that Polaris asks for, as soon as it is imported, and jsdom lacks. */

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

// Node's `Request`, which the router makes, takes no abort signal of jsdom's: use Node's for both.
globalThis.AbortController = transferableAbortController().constructor as typeof AbortController;
