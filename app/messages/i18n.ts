import { createInstance } from 'i18next';

import type {
  MessageBundle,
  Catalogue,
  Language,
  Messages,
  Namespace,
  Translate,
  Value,
} from './message-types.ts';

/** Finds a text of a namespace; for the browser as for the server. */
export interface MessageSource {
  readonly messages: <N extends Namespace>(
    namespace: N,
    language: Language,
    locale: string,
  ) => Messages<N>;
}

type Say = (key: string, options: object) => string;

/** In a build, which runs for people, it stands in the log; anywhere else it is a bug that ends the work. */
let onMissing = (what: string): void => {
  if (import.meta.env?.PROD !== true) throw new Error(what);
  // The built pages have no other log: in a browser, and in the process that draws them.
  // eslint-disable-next-line no-console
  console.error(what);
};

/** Takes over what happens when a text or a value of it is missing: for programs that run for people unbuilt. */
export function reportMissingMessages(report: (what: string) => void): void {
  onMissing = report;
}

/**
 * Texts of a catalogue by i18next: plain text with nothing escaped, English where a language lacks a text. What is
 * put in is put in as it is, whatever signs it holds.
 */
export function messageSource(catalogue: Catalogue): MessageSource {
  const instance = createInstance();
  // Ready at once, since nothing has to be loaded.
  void instance.init({
    resources: catalogue,
    lng: 'en',
    fallbackLng: 'en',
    ns: [],
    defaultNS: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (text: string, [, name = '']: readonly string[]) => {
      onMissing(`The message “${text}” lacks its value ${name}.`);
      return '';
    },
    parseMissingKeyHandler: (key: string) => {
      onMissing(`There is no message ${key}.`);
      return key;
    },
  });
  const say = instance.t as unknown as Say;
  return {
    messages<N extends Namespace>(ns: N, language: Language, locale: string): Messages<N> {
      const numbers = new Intl.NumberFormat(locale);
      const written = (value: Value): string =>
        typeof value === 'number' ? numbers.format(value) : value;
      // `nest` would read `$t(…)` in a product's title as an order to say something else.
      const options = { ns, lng: language, nest: false };
      const t = (key: string, values: Readonly<Record<string, Value>> = {}): string => {
        const { count } = values;
        const replace = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, written(value)]),
        );
        return say(key, {
          ...options,
          replace,
          ...(typeof count === 'number' ? { count } : {}),
        });
      };
      const find = (key: string): string | null =>
        instance.exists(key, options) ? say(key, options) : null;
      return { language, locale, t: t as Translate<N>, find };
    },
  };
}

/** What a bundle says, wherever it was sent to. */
export const messagesOf = <N extends Namespace>(bundle: MessageBundle<N>): Messages<N> =>
  messageSource({ [bundle.language]: { [bundle.namespace]: bundle.texts } }).messages(
    bundle.namespace,
    bundle.language,
    bundle.locale,
  );
