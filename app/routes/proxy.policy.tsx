import type { LoaderFunctionArgs } from '@remix-run/node';

import {
  type PolicyToPublish,
  readPublishedPolicy,
} from '../application/policy/read-published-policy.ts';
import { LanguageLinks } from '../components/storefront/language-links.tsx';
import { PolicyText } from '../components/storefront/policy-text.tsx';
import { StorefrontPage, StorefrontPart } from '../components/storefront/storefront-page.tsx';
import { publishPolicy } from '../domain/policy/published/publish.ts';
import { htmlFragment, themedPage } from '../http/storefront/storefront-html.ts';
import { StorefrontProblem } from '../components/storefront/storefront-problem.tsx';
import { storefrontPage, unavailablePage } from '../http/storefront/storefront.tsx';
import { chooseLanguage, publishedAmong } from '../messages/choose-language.ts';
import { inDateWords } from '../messages/date-words.ts';
import type { Messages } from '../messages/message-types.ts';
import { messagesIn } from '../messages/messages.ts';
import { textOfPolicy } from '../presentation/policy/published-text.ts';

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
    const words = messagesIn(language, 'storefront');
    const policy = textOfPolicy(
      publishPolicy(read.value.policy),
      messagesIn(language, 'policy'),
      read.value.shop,
    );
    const version = versionIn(words, read.value);
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
          <a href={`${pathPrefix}/cancel?locale=${language}`}>{words.t('policy.cancelAnOrder')}</a>
        </p>
        <LanguageLinks
          label={words.t('languages')}
          languages={languages}
          current={language}
          addressIn={(other) => `${pathPrefix}/policy?locale=${other}`}
        />
      </StorefrontPage>,
      { headers: CACHED_BRIEFLY },
    );
  });

function versionIn(
  { t, locale }: Messages<'storefront'>,
  { policy, savedAt, shop: { timeZone } }: PolicyToPublish,
): string {
  if (savedAt === null) return t('policy.initialVersion');
  const since = inDateWords(savedAt, locale, { dateStyle: 'long', timeZone });
  return t('policy.version', { version: policy.version, since });
}
