import { defaultPolicy } from '../domain/policy/document/default-policy.ts';
import { CATALOGUE } from './catalogue.generated.ts';
import english from './en/policy.json' with { type: 'json' };

/** A reason's label in every language but English, by language. */
const translationsOf = (id: keyof typeof english.defaultReasons): Record<string, string> =>
  Object.fromEntries(
    Object.entries(CATALOGUE).flatMap(([language, { policy }]) =>
      language === 'en' ? [] : [[language, policy.defaultReasons[id]]],
    ),
  );

/** What holds for a shop that never opened the policy page: the reasons are those of the catalogue. */
export const DEFAULT_POLICY = defaultPolicy(
  (Object.keys(english.defaultReasons) as (keyof typeof english.defaultReasons)[]).map((id) => ({
    id,
    label: english.defaultReasons[id],
    needsComment: false,
    translations: translationsOf(id),
  })),
);
