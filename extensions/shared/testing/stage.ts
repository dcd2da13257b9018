import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';

import { type FakeApp, fakeApp, settle } from './fake-app.ts';
import { type Texts, translator } from './translator.ts';

/** What `getExtension` gives, as far as every extension has it. */
interface Extension {
  readonly shopify: { readonly i18n: { translate: unknown } };
  fetch: unknown;
  setUp(): void;
  tearDown(): void;
  render(): Promise<unknown>;
}

interface Stage {
  readonly app: FakeApp;
  /** Renders the extension with an app that answers so, and waits for the page. */
  readonly open: (answers: FakeApp['answers']) => Promise<void>;
}

/** The instant at which every extension under test is opened. */
const NOW = Date.parse('2026-11-22T11:30:00.000Z');

/**
 * Gives each test of a file the extension afresh: the app behind `fetch`, a clock that stands still, and the
 * words of a locale file.
 *
 * @param prepare what Shopify's page hands to this extension
 */
export function stageFor(extension: Extension, texts: Texts, prepare: () => void): Stage {
  const app = fakeApp(() => 'lost');
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    vi.stubEnv('APP_URL', 'https://app.example.com');
    extension.setUp();
    extension.shopify.i18n.translate = translator(texts);
    prepare();
    extension.fetch = app.fetch;
  });
  afterEach(() => {
    render(null, document.body);
    extension.tearDown();
    app.forget();
    vi.useRealTimers();
  });
  return {
    app,
    async open(answers) {
      app.answers = answers;
      await extension.render();
      await settle();
    },
  };
}
