import type { LoaderFunctionArgs } from '@remix-run/node';

import {
  type PolicyToPublish,
  readPublishedPolicy,
} from '../application/policy/read-published-policy.ts';
import { LanguageLinks } from '../components/storefront/language-links.tsx';
import { PolicyText } from '../components/storefront/policy-text.tsx';
import { StorefrontPage, StorefrontPart } from '../components/storefront/storefront-page.tsx';
import { type PublishedLanguage, publishPolicy } from '../domain/policy/published/publish.ts';
import { htmlFragment, themedPage } from '../http/storefront/storefront-html.ts';
import { StorefrontProblem } from '../components/storefront/storefront-problem.tsx';
import { storefrontPage, unavailablePage } from '../http/storefront/storefront.tsx';
import {
  chooseLanguage,
  publishedAmong,
  storefrontWords,
} from '../presentation/storefront-words/languages.ts';

/** A new version is everywhere a minute after it was saved. */
const CACHED_BRIEFLY = { 'Cache-Control': 'public, max-age=60', Vary: 'Accept-Language' };

/**
 * The shop's cancellation policy on its storefront: `/apps/unorder/policy?locale=de`. With `?part=text` it
 * is the text alone, which the theme's block puts in its place.
 */
export const loader = (args: LoaderFunctionArgs) =>
  storefrontPage(args, StorefrontProblem, async (visitor) => {
    const { shop, pathPrefix } = visitor;
    const read = await readPublishedPolicy(args.context.container, shop);
    if (!read.ok) return unavailablePage(visitor, StorefrontProblem);
    const languages = publishedAmong(read.value.locales);
    const language = chooseLanguage(visitor.languages, languages);
    const words = storefrontWords(language);
    const policy = publishPolicy(read.value.policy, language, read.value.shop);
    const version = versionIn(language, read.value);
    if (new URL(args.request.url).searchParams.get('part') === 'text') {
      return htmlFragment(
        <StorefrontPart language={language}>
          <PolicyText policy={policy} version={version} headings={3} />
        </StorefrontPart>,
        { headers: CACHED_BRIEFLY },
      );
    }
    return themedPage(
      <StorefrontPage language={language} title={policy.title}>
        <PolicyText policy={policy} version={version} headings={2} />
        <p>
          <a href={`${pathPrefix}/cancel?locale=${language}`}>{words.policy.cancelAnOrder}</a>
        </p>
        <LanguageLinks
          label={words.languages}
          languages={languages}
          current={language}
          addressIn={(other) => `${pathPrefix}/policy?locale=${other}`}
        />
      </StorefrontPage>,
      { headers: CACHED_BRIEFLY },
    );
  });

function versionIn(
  language: PublishedLanguage,
  { policy, savedAt, shop: { timeZone } }: PolicyToPublish,
): string {
  const words = storefrontWords(language).policy;
  if (savedAt === null) return words.initialVersion;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(savedAt);
  return words.version(policy.version, date);
}
