import { settle } from './fake-app.ts';

/** All text on the page. */
export const pageText = (): string => document.body.textContent ?? '';

/** The first element of a kind, or the one whose text it contains. */
export function element(selector: string, text = ''): HTMLElement {
  const found = [...document.body.querySelectorAll<HTMLElement>(selector)].find((candidate) =>
    (candidate.textContent ?? '').includes(text),
  );
  if (found === undefined) throw new Error(`No ${selector} with "${text}" in: ${pageText()}`);
  return found;
}

/** Presses a button and waits for the page. */
export async function press(text: string): Promise<void> {
  element('s-button', text).click();
  await settle();
}

/** Fills in the field with a label, or ticks it, and waits for the page. */
export async function fill(label: string, value: string | boolean): Promise<void> {
  const fields = [...document.body.querySelectorAll<HTMLElement>('[label]')];
  const field = fields.find((candidate) => candidate.getAttribute('label') === label);
  if (field === undefined) throw new Error(`No field "${label}"`);
  Object.assign(field, typeof value === 'boolean' ? { checked: value } : { value });
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  await settle();
}
