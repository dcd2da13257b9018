import type { BarAction, TitleBar } from '../app-bridge-contract.ts';

/** Draws the app's title bar in the admin and passes presses on to the app. */
export function drawTitleBar(
  place: HTMLElement,
  bar: TitleBar | null,
  fallbackTitle: string,
  press: (id: string) => void,
): void {
  const actions = bar?.actions ?? [];
  const title = document.createElement('h1');
  title.textContent = bar?.title || fallbackTitle;
  const breadcrumb = actions.find((action) => action.variant === 'breadcrumb');
  const lead = document.createElement('div');
  lead.className = 'title-lead';
  const icon = document.createElement('span');
  icon.className = 'app-icon';
  icon.setAttribute('aria-hidden', 'true');
  lead.append(icon);
  if (breadcrumb) {
    const back = button(breadcrumb, press);
    back.className = 'breadcrumb';
    lead.append(back, separator());
  }
  lead.append(title);

  const tail = document.createElement('div');
  tail.className = 'title-actions';
  const loose = actions.filter((action) => action.section === null && action !== breadcrumb);
  for (const [section, entries] of groupBySection(actions))
    tail.append(menu(section, entries, press));
  for (const action of loose.filter(({ variant }) => variant !== 'primary')) {
    tail.append(button(action, press));
  }
  for (const action of loose.filter(({ variant }) => variant === 'primary')) {
    tail.append(button(action, press));
  }
  place.replaceChildren(lead, tail);
}

function groupBySection(actions: BarAction[]): Map<string, BarAction[]> {
  const groups = new Map<string, BarAction[]>();
  for (const action of actions) {
    if (action.section === null) continue;
    groups.set(action.section, [...(groups.get(action.section) ?? []), action]);
  }
  return groups;
}

function separator(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'breadcrumb-separator';
  mark.setAttribute('aria-hidden', 'true');
  mark.textContent = '›';
  return mark;
}

export function button(action: BarAction, press: (id: string) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button';
  if (action.variant === 'primary') element.classList.add('button-primary');
  if (action.tone === 'critical') element.classList.add('button-critical');
  element.textContent = action.label;
  element.disabled = action.disabled || action.loading;
  element.setAttribute('aria-busy', String(action.loading));
  element.addEventListener('click', () => {
    press(action.id);
  });
  return element;
}

function menu(label: string, entries: BarAction[], press: (id: string) => void): HTMLElement {
  const details = document.createElement('details');
  details.className = 'menu';
  const summary = document.createElement('summary');
  summary.className = 'button button-disclosure';
  summary.textContent = label;
  const list = document.createElement('div');
  list.className = 'menu-list';
  list.append(
    ...entries.map((entry) => {
      const item = button(entry, (id) => {
        details.open = false;
        press(id);
      });
      item.className = entry.tone === 'critical' ? 'menu-item menu-item-critical' : 'menu-item';
      return item;
    }),
  );
  details.append(summary, list);
  return details;
}
