import { vi } from 'vitest';

import { READING_MS } from '../confirm-button.tsx';
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

/** Presses a button that lets itself be read before it can be pressed. */
export async function pressWhenReady(text: string): Promise<void> {
  await vi.advanceTimersByTimeAsync(READING_MS);
  await press(text);
}

/** The field with a label, seen or only heard. */
export function field(label: string): HTMLElement {
  const names = ['label', 'accessibilitylabel'];
  const fields = [
    ...document.body.querySelectorAll<HTMLElement>(names.map((n) => `[${n}]`).join()),
  ];
  const found = fields.find((candidate) =>
    names.some((name) => candidate.getAttribute(name) === label),
  );
  if (found === undefined) throw new Error(`No field "${label}"`);
  return found;
}

/** Fills in the field with a label, ticks it, or chooses in it, and waits for the page. */
export async function fill(label: string, value: string | boolean): Promise<void> {
  const target = field(label);
  if (target.localName === 's-choice-list') Object.assign(target, { values: [value] });
  else Object.assign(target, typeof value === 'boolean' ? { checked: value } : { value });
  target.dispatchEvent(new Event('input'));
  target.dispatchEvent(new Event('change'));
  await settle();
}
