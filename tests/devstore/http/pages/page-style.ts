import { Html } from './html.ts';

/** The one style sheet of the devstore's own pages: calm, on an 8 px grid, down to 320 px wide. */
export const PAGE_STYLE = new Html(`
:root {
  --ink: #1f2124; --ink-2: #5c6066; --line: #e3e4e6; --ground: #f3f3f2; --card: #fff;
  --accent: #0b6b5d; --accent-soft: #e2f1ee; --blue: #0a58a6; --blue-soft: #e4effa;
  --amber: #7a5200; --amber-soft: #fdf1d6; --red: #9b1c1c; --red-soft: #fce8e6; --grey-soft: #ededee;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 14px/20px Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, sans-serif;
  font-feature-settings: "cv11", "ss03";
}
a { color: var(--blue); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; border-radius: 4px; }
.bar {
  display: flex; align-items: center; gap: 24px; padding: 0 24px; height: 56px;
  background: #1a1c1d; color: #fff; position: sticky; top: 0; z-index: 1;
}
.brand { display: flex; align-items: center; gap: 8px; color: #fff; font-weight: 650; }
.brand:hover { text-decoration: none; }
.mark { width: 16px; height: 16px; border-radius: 5px; background: linear-gradient(135deg, #7fe0c8, #1f9c86); }
.bar nav { display: flex; gap: 4px; }
.bar nav a { color: #d5d7d9; padding: 6px 12px; border-radius: 8px; }
.bar nav a:hover { background: #303336; text-decoration: none; }
.bar nav a[aria-current] { background: #303336; color: #fff; font-weight: 550; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 22px; line-height: 28px; font-weight: 650; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 14px; line-height: 20px; font-weight: 650; margin: 0; }
p { margin: 0; }
p a { text-decoration: underline; }
.lead { color: var(--ink-2); margin: 4px 0 24px; max-width: 68ch; }
.muted { color: var(--ink-2); }
.small { font-size: 12px; line-height: 16px; }
.mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 12px; overflow-wrap: anywhere; }
.card {
  background: var(--card); border-radius: 12px; overflow: hidden;
  box-shadow: 0 0 0 1px rgba(26, 28, 29, .07), 0 1px 2px rgba(26, 28, 29, .06);
}
.card + .card { margin-top: 16px; }
.card-pad { padding: 16px; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 16px; }
.grid .card { margin: 0; }
.grid + .card { margin-top: 24px; }
.place { display: block; padding: 20px; color: inherit; }
.place:hover { text-decoration: none; box-shadow: 0 0 0 1px rgba(26, 28, 29, .16), 0 4px 12px rgba(26, 28, 29, .1); }
.place h2 { font-size: 16px; line-height: 24px; }
.place .go { color: var(--blue); display: inline-block; margin-top: 12px; font-weight: 550; }
.badge {
  display: inline-block; padding: 2px 8px; border-radius: 8px; font-size: 12px; line-height: 16px;
  font-weight: 550; background: var(--grey-soft); color: #45484c; white-space: nowrap;
}
.badge.money { background: var(--accent-soft); color: #07483f; }
.badge.stock { background: var(--blue-soft); color: #083f78; }
.badge.mail { background: #efe9fb; color: #4b2a8f; }
.badge.order { background: var(--amber-soft); color: var(--amber); }
.badge.trouble { background: var(--red-soft); color: var(--red); }
.list { list-style: none; margin: 0; padding: 0; }
.list li + li { border-top: 1px solid var(--line); }
.mail-row { display: grid; grid-template-columns: 200px 1fr auto; gap: 4px 16px; padding: 12px 16px; color: inherit; }
.mail-row:hover { background: #fafafa; text-decoration: none; }
.mail-row .who, .mail-row .what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mail-row .who { font-weight: 550; }
.mail-row .what b { font-weight: 550; }
h1 + .facts { margin-top: 16px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
.facts dt { color: var(--ink-2); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.frame { width: 100%; height: 720px; border: 0; border-top: 1px solid var(--line); display: block; background: #fff; }
.plain { margin: 0; padding: 16px; border-top: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.filters { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 12px 16px; border-bottom: 1px solid var(--line); }
.filters label { display: flex; align-items: center; gap: 8px; color: var(--ink-2); }
select, input[type="search"], button {
  font: inherit; color: inherit; padding: 5px 10px; border-radius: 8px; border: 1px solid #b8bbbf; background: #fff; min-height: 32px;
}
button { background: #2a2c2e; border-color: #2a2c2e; color: #fff; font-weight: 550; cursor: pointer; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: 12px; font-weight: 550; color: var(--ink-2); background: #f8f8f8; }
th, td { padding: 8px 16px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.when { white-space: nowrap; color: var(--ink-2); font-variant-numeric: tabular-nums; }
.plus { color: #07604f; } .minus { color: var(--red); }
.empty { padding: 48px 16px; text-align: center; color: var(--ink-2); }
.back { display: inline-block; margin-bottom: 12px; }
.tally { display: grid; grid-template-columns: repeat(auto-fit, minmax(112px, max-content)); gap: 16px 32px; padding: 16px; }
.tally b { display: block; font-size: 20px; line-height: 28px; font-weight: 650; font-variant-numeric: tabular-nums; }
@media (max-width: 640px) {
  .bar { padding: 0 12px; gap: 12px; }
  .bar nav a { padding: 6px 8px; }
  main { padding: 20px 12px 48px; }
  .mail-row { grid-template-columns: 1fr auto; }
  .mail-row .what { grid-column: 1 / -1; white-space: normal; }
  .frame { height: 560px; }
  .table-cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table-cards tr { display: grid; grid-template-columns: 1fr auto; padding: 12px 16px; border-bottom: 1px solid var(--line); gap: 4px 12px; }
  .table-cards td { border: 0; padding: 0; }
  .table-cards td.wide { grid-column: 1 / -1; }
  .table-cards td:nth-child(2) { text-align: right; }
}
`);
