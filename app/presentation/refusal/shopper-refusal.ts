import { inLanguage } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ShopperRefusal } from '../../contract/shopper/shopper-view.ts';
import { messagesIn } from '../../messages/messages.ts';

/**
 * A refusal for a customer: what happened and what to do next, in their language. What a policy leaves out has a
 * code and words for each kind, and the merchant's own words go before all others. Of what only staff can meet it
 * says no more than whom to ask.
 */
export function presentShopperRefusal(refusal: Refusal, locale: string): ShopperRefusal {
  if (refusal.code !== 'excluded') {
    return { code: refusal.code, message: shopperTextOf(refusal.code, locale) };
  }
  if (refusal.wording) {
    return { code: 'excluded', message: inLanguage(refusal.wording, locale) };
  }
  const code = `excluded_${refusal.exclusion}`;
  return { code, message: shopperTextOf(code, locale) };
}

/** What a customer is told about a code: of a refusal, or of a request's body that could not be read. */
export function shopperTextOf(code: string, locale: string): string {
  const { t, find } = messagesIn(locale, 'shopper');
  return find(`refusals.${code}`) ?? find(`answers.${code}`) ?? t('answers.contact_us');
}
