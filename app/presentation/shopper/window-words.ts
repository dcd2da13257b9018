import de from '../../../extensions/cancel-order/locales/de.json' with { type: 'json' };
import en from '../../../extensions/cancel-order/locales/en.default.json' with { type: 'json' };
import es from '../../../extensions/cancel-order/locales/es.json' with { type: 'json' };
import fr from '../../../extensions/cancel-order/locales/fr.json' with { type: 'json' };
import it from '../../../extensions/cancel-order/locales/it.json' with { type: 'json' };
import ja from '../../../extensions/cancel-order/locales/ja.json' with { type: 'json' };
import nl from '../../../extensions/cancel-order/locales/nl.json' with { type: 'json' };

import type {
  ShopperCancellation,
  ShopperQuote,
  ShopperRefusal,
} from '../../contract/shopper/shopper-view.ts';

/*
 * The words of the shopper's window, read from the extension that shows it: what staff see of it in a preview
 * can never say anything else.
 */

interface Texts {
  readonly [key: string]: string | Texts;
}

const LOCALES: Readonly<Record<string, Texts>> = { de, en, es, fr, it, ja, nl };

/** Languages that the window speaks. */
export const WINDOW_LANGUAGES: readonly string[] = Object.keys(LOCALES);

export type Translate = (key: string, replacements?: Readonly<Record<string, string>>) => string;

/** Finds texts by key in a language, in English where the window does not speak it. Throws on an unknown key. */
export function windowWords(locale: string): Translate {
  const texts = LOCALES[locale.slice(0, 2).toLowerCase()] ?? en;
  return (key, replacements = {}) => {
    const text = textAt(texts, key);
    if (text === null) throw new Error(`The shopper's window has no text ${key}`);
    return text.replaceAll(
      /\{\{(\w+)\}\}/g,
      (placeholder, name: string) => replacements[name] ?? placeholder,
    );
  };
}

/** Refusals as the window tells them, each text once; the app's words for those it has none for. */
export const refusalTexts = (
  refusals: readonly ShopperRefusal[],
  locale: string,
): readonly string[] => [
  ...new Set(refusals.map((refusal) => toldInWindow('refusals', refusal, locale))),
];

/** Why a request was declined, as the window tells it. */
export const declineText = (declined: ShopperRefusal, locale: string): string =>
  toldInWindow('declines', declined, locale);

/** Which of the window's texts about a cancellation's state fits: the key below `status`. */
export function statusWording({ status, scope, timeline }: ShopperCancellation): string {
  switch (status) {
    case 'in_progress':
    case 'cancelled':
    case 'completed':
      return `${status}.${scope}`;
    case 'needs_attention':
      // Once it is cancelled only the money can still be in question.
      return timeline.some(({ step, at }) => step === 'cancelled' && at !== null)
        ? 'money_needs_attention'
        : status;
    default:
      return status;
  }
}

/** What a line of the breakdown is for. */
export const breakdownText = (
  { kind, detail }: ShopperQuote['breakdown'][number],
  t: Translate,
): string =>
  kind === 'lost_deal' && detail !== null
    ? t('breakdown.lost_discount', { title: detail })
    : t(`breakdown.${kind}`);

function toldInWindow(kind: string, { code, message }: ShopperRefusal, locale: string): string {
  const texts = LOCALES[locale.slice(0, 2).toLowerCase()] ?? en;
  return textAt(texts, `${kind}.${code}`) ?? message;
}

function textAt(texts: Texts, key: string): string | null {
  let found: string | Texts | undefined = texts;
  for (const step of key.split('.')) {
    found = typeof found === 'object' ? found[step] : undefined;
  }
  return typeof found === 'string' ? found : null;
}
