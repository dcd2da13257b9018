/** Closes an open menu when the person presses elsewhere or Escape. */
export function closeMenusOutside(): void {
  const openMenus = (): HTMLDetailsElement[] => [
    ...document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'),
  ];
  document.addEventListener('click', (event) => {
    for (const menu of openMenus()) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  // A press inside a frame never reaches this document; losing the focus to it does.
  window.addEventListener('blur', () => {
    if (document.activeElement instanceof HTMLIFrameElement) {
      for (const menu of openMenus()) menu.open = false;
    }
  });
}
