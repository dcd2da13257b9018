import { tellConsole } from '../console.ts';
import { defineActions } from './actions.ts';
import { defineChoices } from './choices.ts';
import { defineContainers } from './containers.ts';
import { defineDisclosure } from './disclosure.ts';
import { defineFeedback } from './feedback.ts';
import { defineFields } from './fields.ts';
import { defineIcon } from './icon.ts';
import { defineLayout } from './layout.ts';
import { defineMedia } from './media.ts';
import { defineTypography } from './typography.ts';

const MARKER_STYLE =
  'display:block;padding:8px 12px;border:2px dashed #c00;color:#900;background:#fff4f4;font:12px/1.4 monospace';

/** Registers every `s-*` element the devstore has, and makes any other one impossible to miss. */
export function defineComponents(): void {
  defineLayout();
  defineTypography();
  defineIcon();
  defineActions();
  defineFeedback();
  defineFields();
  defineChoices();
  defineMedia();
  defineDisclosure();
  defineContainers();
  new MutationObserver(() => {
    markUnknown();
  }).observe(document, { childList: true, subtree: true });
}

function markUnknown(): void {
  for (const element of document.querySelectorAll<HTMLElement>(':not(:defined)')) {
    if (!element.localName.startsWith('s-') || element.dataset['notSimulated'] !== undefined) {
      continue;
    }
    element.dataset['notSimulated'] = '';
    element.style.cssText = MARKER_STYLE;
    element.before(`The devstore does not have <${element.localName}>.`);
    tellConsole(`The devstore does not have <${element.localName}>.`);
  }
}
