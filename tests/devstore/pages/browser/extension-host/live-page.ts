import { tellConsole } from '../console.ts';

/**
 * Keeps a server-drawn page in step with the shop: fetches the page anew and replaces each part
 * marked `data-live` that has changed. Running extensions stand outside those parts.
 */
const INTERVAL = 2500;

export interface LivePage {
  refresh(): Promise<void>;
}

export function keepLive(changed: (fresh: Document) => void): LivePage {
  const shown = new Map<string, string>();
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    shown.set(part.dataset['live'] ?? '', part.innerHTML);
  }

  const refresh = async (): Promise<void> => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
      const name = part.dataset['live'] ?? '';
      const next = fresh.querySelector<HTMLElement>(`[data-live="${CSS.escape(name)}"]`);
      if (!next || next.innerHTML === shown.get(name)) continue;
      // What a person is using is left alone until they are done with it.
      if (part.contains(document.activeElement)) continue;
      shown.set(name, next.innerHTML);
      replaceContent(part, next.innerHTML);
    }
    changed(fresh);
  };

  setInterval(() => {
    if (document.hidden) return;
    refresh().catch((error: unknown) => {
      tellConsole('The page could not be refreshed.', error);
    });
  }, INTERVAL);
  return { refresh };
}

/** Puts new markup in a part, leaving open what a person has opened in it. */
function replaceContent(part: HTMLElement, markup: string): void {
  const open = [...part.querySelectorAll('details')].map((details) => details.open);
  part.innerHTML = markup;
  for (const [index, details] of part.querySelectorAll('details').entries()) {
    details.open = open[index] ?? details.open;
  }
}

/** The JSON a page carries for its script. */
export function pageData<Data>(source: Document = document): Data {
  const element = source.getElementById('page-data');
  if (!element) throw new Error('The page carries no data.');
  return JSON.parse(element.textContent) as Data;
}
