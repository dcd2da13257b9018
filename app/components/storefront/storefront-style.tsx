/**
 * What the app's pages add to a theme: spacing and form fields. Letters and colours are the theme's own, by
 * inheritance; buttons take the colours of themes that name them as Shopify's own do, and plain ones elsewhere.
 * Lengths are in `em`: some themes give `rem` a meaning of their own. Some end every animation at once for people who
 * want less motion: that of the confirming buttons moves nothing, and is what lets them be read first.
 */
const STYLE = `
.unorder { overflow-wrap: anywhere; hyphens: auto; }
.unorder-page { max-width: 42em; margin: 0 auto; padding: 2.5em 1.25em 4em; text-align: start; }
.unorder-page .unorder-title { margin: 0 0 .75em; }
.unorder h2 { margin: 2em 0 .5em; }
.unorder h3 { margin: 1.5em 0 .25em; }
.unorder p, .unorder ul, .unorder ol, .unorder dl { margin: 0 0 .75em; }
.unorder ul { padding-inline-start: 1.25em; }
.unorder li { margin-bottom: .25em; }
.unorder form { margin: 0; }
.unorder .unorder-after { margin-top: 1.5em; }
.unorder .unorder-more { margin-top: 2.5em; padding-top: .5em; border-top: 1px solid rgba(128, 128, 128, .35); }
.unorder-quiet { font-size: .9em; opacity: .8; }
.unorder-item { display: block; }
.unorder-links { display: flex; flex-wrap: wrap; gap: .5em 1.5em; margin-top: 2em; }
.unorder-links [aria-current] { font-weight: 600; text-decoration: none; }
.unorder fieldset { margin: 0 0 1.25em; padding: 0; border: 0; min-width: 0; }
.unorder legend { padding: 0; font-weight: 600; margin-bottom: .5em; }
.unorder-field { display: block; margin: 0 0 1.25em; }
.unorder-field > label { display: block; font-weight: 600; margin-bottom: .35em; }
.unorder-field input, .unorder-field select, .unorder-field textarea { box-sizing: border-box; width: 100%; min-height: 3em; padding: .6em .75em; font: inherit; color: inherit; background: transparent; border: 1px solid; border-radius: .35em; }
.unorder-field option { background: Canvas; color: CanvasText; }
.unorder-code input { max-width: 11em; font-size: 1.35em; letter-spacing: .2em; font-variant-numeric: tabular-nums; }
.unorder-choice { display: flex; gap: .6em; align-items: baseline; margin-bottom: .5em; }
.unorder-choice input { flex: none; }
.unorder-button { box-sizing: border-box; min-height: 3em; padding: .65em 1.5em; font: inherit; font-weight: 600; cursor: pointer; border: 1px solid rgb(var(--color-button, 32, 32, 32)); border-radius: .35em; color: rgb(var(--color-button-text, 255, 255, 255)); background: rgb(var(--color-button, 32, 32, 32)); }
.unorder a.unorder-button { display: inline-flex; align-items: center; justify-content: center; text-decoration: none; }
.unorder .unorder-confirm { animation: unorder-read .6s step-end !important; }
@keyframes unorder-read { from { visibility: hidden; } to { visibility: visible; } }
.unorder-fault { display: block; margin-top: .35em; font-weight: 600; }
.unorder-fault::before { content: '\\26A0\\FE0E  '; }
.unorder-button-plain { color: inherit; background: transparent; border-color: currentColor; }
.unorder :focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
.unorder summary { cursor: pointer; text-decoration: underline; padding: .5em 0; }
.unorder-note { margin: 0 0 1.5em; padding: .9em 1.1em; border: 1px solid; border-inline-start-width: 5px; border-radius: .35em; }
.unorder-note > :last-child { margin-bottom: 0; }
.unorder .unorder-note h2 { margin: 0 0 .25em; font-size: 1.25em; }
.unorder .unorder-items { margin-top: 1em; }
.unorder form:has([name=scope][value=order]:checked) .unorder-items { display: none; }
.unorder .unorder-lines { list-style: none; padding: 0; }
.unorder .unorder-lines > li { display: grid; grid-template-columns: 3.5em 1fr; gap: .5em 1em; align-items: center; margin: 0; padding: .85em 0; border-bottom: 1px solid rgba(128, 128, 128, .35); }
.unorder-lines img { width: 3.5em; height: 3.5em; object-fit: cover; border-radius: .35em; }
.unorder-lines .unorder-how-many { grid-column: 2; margin: 0; }
.unorder-how-many input[type=number] { box-sizing: border-box; width: 6em; min-height: 3em; padding: .6em .75em; font: inherit; color: inherit; background: transparent; border: 1px solid; border-radius: .35em; }
.unorder-given { margin-bottom: .75em; }
.unorder-given dd { margin: 0; white-space: pre-line; }
.unorder .unorder-sum { margin: 0 0 1em; }
.unorder-sum > div { display: flex; justify-content: space-between; gap: 1.5em; padding: .3em 0; }
.unorder-sum dt, .unorder-sum dd { margin: 0; }
.unorder-sum dd { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.unorder-sum .unorder-total { margin-top: .3em; padding-top: .6em; border-top: 1px solid; font-weight: 700; }
.unorder .unorder-steps { list-style: none; padding: 0; margin: 1.5em 0; }
.unorder .unorder-steps li { position: relative; padding: 0 0 1em 1.7em; margin: 0; }
.unorder-steps li::before { content: ''; position: absolute; inset-inline-start: 0; top: .35em; box-sizing: border-box; width: .8em; height: .8em; border: 2px solid; border-radius: 50%; }
.unorder-steps li[data-done]::before { background: currentColor; }
.unorder-steps li[data-state='failed']::before { border: 0; border-radius: 0; background: currentColor; clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.unorder-steps li:not(:last-child)::after { content: ''; position: absolute; inset-inline-start: calc(.4em - 1px); top: 1.3em; bottom: -.2em; border-inline-start: 2px solid; opacity: .35; }
@media (max-width: 34em) { .unorder-button { width: 100%; } }
`;

/** The style sheet of the app's pages; as it stands, because escaped it would not be one any more. */
export const StorefrontStyle = () => <style dangerouslySetInnerHTML={{ __html: STYLE }} />;
