import { html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What the tunnel shows in the app's place while the app does not answer. */
export function appDownPage(reason: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="3" />
        <title>The app is not running</title>
        <style>
          ${PAGE_STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>The app is not running</h1>
          <p class="lead">
            The tunnel cannot reach the app. This page tries again every three seconds.
          </p>
          <p class="mono muted">${reason}</p>
        </main>
      </body>
    </html>`.toString();
}
