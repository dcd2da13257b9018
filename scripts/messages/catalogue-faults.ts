import {
  type Files,
  type MessageFile,
  type Texts,
  flatten,
  placeholdersOf,
  pluralOf,
} from './catalogue-files.ts';
import { isAllowedAlike, isAllowedWithout } from './rightly-so.ts';
import { wordingFaults } from './wording-faults.ts';

/** What every language has to have; those with `staff` are the languages of the app's own pages. */
const REQUIRED = ['shopper', 'policy', 'mail', 'storefront'];

/** What is wrong with the catalogue, a sentence each; none when nothing is. */
export function catalogueFaults(files: Files): readonly string[] {
  const english = files['en'] ?? {};
  return Object.entries(files).flatMap(([language, namespaces]) => [
    ...REQUIRED.filter((name) => !(name in namespaces)).map(
      (name) => `app/messages/${language} has no ${name}.json.`,
    ),
    ...Object.keys(namespaces)
      .filter((name) => !(name in english))
      .map((name) => `app/messages/${language}/${name}.json is of no namespace.`),
    ...Object.entries(namespaces).flatMap(([namespace, texts]) =>
      faultsOf(language, namespace, texts, english[namespace] ?? {}),
    ),
  ]);
}

/** Sections that stand in another file of their namespace than in English, or in two: the later one would win. */
export function placeFaults(files: readonly MessageFile[]): readonly string[] {
  const pages = files.flatMap(({ language, namespace, page, texts }) =>
    Object.keys(texts).map((section) => ({ language, namespace, page, section })),
  );
  return pages.flatMap((one) => {
    const here = pages.filter((is) => is.namespace === one.namespace && is.section === one.section);
    const english = here.find(({ language }) => language === 'en');
    const [first] = here.filter(({ language }) => language === one.language);
    const place = `app/messages/${one.language}/${one.namespace}: ${one.section} stands in`;
    return [
      ...(english && english.page !== one.page
        ? [`${place} ${one.page}.json, in English in ${english.page}.json.`]
        : []),
      ...(first && first.page !== one.page
        ? [`${place} ${first.page}.json and in ${one.page}.json.`]
        : []),
    ];
  });
}

interface Message {
  /** Texts by plural form; a message that counts nothing has the one form `null`. */
  readonly forms: ReadonlyMap<string | null, string>;
}

function messagesOf(texts: Texts): ReadonlyMap<string, Message> {
  const messages = new Map<string, Map<string | null, string>>();
  for (const [key, text] of flatten(texts)) {
    const { base, form } = pluralOf(key);
    messages.set(base, (messages.get(base) ?? new Map<string | null, string>()).set(form, text));
  }
  return new Map([...messages].map(([key, forms]) => [key, { forms }]));
}

function faultsOf(
  language: string,
  namespace: string,
  texts: Texts,
  english: Texts,
): readonly string[] {
  const own = messagesOf(texts);
  const theirs = messagesOf(english);
  const place = (key: string) => `${language}/${namespace}: ${key}`;
  return [
    ...[...theirs.keys()].filter((key) => !own.has(key)).map((key) => `${place(key)} is missing.`),
    ...[...own.keys()]
      .filter((key) => !theirs.has(key))
      .map((key) => `${place(key)} is not in English.`),
    ...[...own].flatMap(([key, message]) =>
      messageFaults(language, message, theirs.get(key) ?? null, `${namespace}.${key}`).map(
        (fault) => `${place(key)} ${fault}`,
      ),
    ),
  ];
}

function messageFaults(
  language: string,
  { forms }: Message,
  english: Message | null,
  name: string,
): readonly string[] {
  const faults: string[] = [];
  const texts = [...forms.values()];
  const [namespace = ''] = name.split('.');
  for (const text of texts) {
    if (text.trim() === '') faults.push('says nothing.');
    else faults.push(...wordingFaults(language, namespace, text));
  }
  const counts = !forms.has(null);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  if (!counts && forms.size > 1) faults.push('is a text and a plural at once.');
  if (counts) {
    const lacks = categories.filter((form) => !forms.has(form));
    const strange = [...forms.keys()].filter((form) => !categories.includes(form as never));
    if (lacks.length > 0) faults.push(`lacks the plural forms ${lacks.join(', ')}.`);
    if (strange.length > 0)
      faults.push(`has the plural forms ${strange.join(', ')}, which never come.`);
  }
  if (!english) return faults;
  if (counts === english.forms.has(null)) faults.push('counts in one language only.');
  const asked = valuesOf(english);
  const given = valuesOf({ forms });
  // “In a minute” names no number: a form of a plural may leave its count out.
  const differs = [
    ...asked.filter((value) => !given.includes(value)),
    ...given.filter((value) => !asked.includes(value)),
  ].filter((value) => !(counts && value === 'count'));
  if (differs.length > 0 && !isAllowedWithout(language, name)) {
    faults.push(`has other values than English: ${differs.join(', ')}.`);
  }
  for (const text of texts) {
    const [same] = [...english.forms.values()].filter((other) => other === text);
    if (language !== 'en' && same !== undefined && !isAllowedAlike(language, name, text)) {
      faults.push(`is not translated: “${text}”.`);
    }
  }
  return faults;
}

const valuesOf = ({ forms }: Message): readonly string[] => [
  ...new Set([...forms.values()].flatMap(placeholdersOf)),
];
