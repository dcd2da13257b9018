import type { NavigationEntry } from '../app-bridge-contract.ts';

/** The app's part of the admin's left navigation. */
export interface AppNavigation {
  show(entries: NavigationEntry[]): void;
  /** Marks the entry the app is at. */
  markCurrent(path: string): void;
}

export function createAppNavigation(
  list: HTMLElement,
  addressOf: (path: string) => string,
  go: (path: string) => void,
): AppNavigation {
  let currentPath = '/';

  const mark = (): void => {
    const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
    const matching = links.filter((link) => covers(link.dataset['path'] ?? '', currentPath));
    // The longest match, so that /app/orders wins over /app.
    const best = matching.sort(
      (a, b) => (b.dataset['path'] ?? '').length - (a.dataset['path'] ?? '').length,
    )[0];
    for (const link of links) {
      if (link === best) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };

  return {
    show(entries) {
      list.replaceChildren(
        ...entries.map(({ label, href }) => {
          const item = document.createElement('li');
          const link = document.createElement('a');
          link.href = addressOf(href);
          link.dataset['path'] = href;
          link.textContent = label;
          link.addEventListener('click', (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go(href);
          });
          item.append(link);
          return item;
        }),
      );
      mark();
    },
    markCurrent(path) {
      currentPath = path;
      mark();
    },
  };
}

function covers(entry: string, path: string): boolean {
  const [here = ''] = path.split(/[?#]/);
  const [there = ''] = entry.split(/[?#]/);
  return here === there || here.startsWith(`${there.replace(/\/$/, '')}/`);
}
