/** Elements that `command` and `commandFor` can open and close. */
interface OverlayElement extends HTMLElement {
  showOverlay(): void;
  hideOverlay(): void;
  toggleOverlay(): void;
}

function isOverlay(element: Element | null): element is OverlayElement {
  return element !== null && 'showOverlay' in element && 'hideOverlay' in element;
}

/**
 * Runs an activator's command on its target. Source: `command` and `commandFor` of ButtonProps in
 * `@shopify/ui-extensions`; `--auto` toggles an overlay.
 */
export function runCommand(source: HTMLElement, targetId: string, command: string): void {
  const scope = source.getRootNode() as Document | ShadowRoot;
  const target = scope.getElementById(targetId);
  if (!isOverlay(target)) {
    throw new Error(`commandFor="${targetId}" names no element that can be shown or hidden.`);
  }
  if (command === '--show') target.showOverlay();
  else if (command === '--hide') target.hideOverlay();
  else target.toggleOverlay();
}
