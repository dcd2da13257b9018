import * as z from 'zod/mini';

/** Texts by their keys, one within another. */
const texts = z.record(
  z.string(),
  z.union([z.string(), z.lazy((): z.ZodMiniType<object> => texts)]),
);

/** What the published policy says in a language, for a page that puts drafts into words. */
export const policyTexts = z.object({
  namespace: z.literal('policy'),
  language: z.string(),
  locale: z.string(),
  texts,
});
