import type { Translate } from '../words.ts';

/** To the shop's cancellation policy, in its own words. */
export function PolicyLink({ url, t }: { url: string; t: Translate }) {
  return (
    <s-link href={url} target="_blank">
      {t('policy')}
    </s-link>
  );
}
