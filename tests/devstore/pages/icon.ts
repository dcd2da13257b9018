import { Html, html } from '../http/pages/html.ts';
import { iconSvg } from './browser-assets.ts';

/** An icon for a server-drawn page, in the colour of the text around it. */
export async function icon(name: string): Promise<Html> {
  const svg = await iconSvg(name);
  if (svg === null) throw new Error(`There is no icon "${name}".`);
  return html`<span class="icon" aria-hidden="true">${new Html(svg)}</span>`;
}
