import type { SituationError } from '../situation.ts';
import type { Translate } from './words.ts';

/** Why the last request was not granted, above what can be done now. */
export function ErrorBanner({ error, t }: { error: SituationError; t: Translate }) {
  switch (error.kind) {
    case 'refused':
      return (
        <s-banner tone="warning">
          {error.refusals.map(({ code, message }) => (
            <s-paragraph key={code}>{message}</s-paragraph>
          ))}
        </s-banner>
      );
    case 'signed_out':
      return <s-banner tone="warning">{t('error.signedOut')}</s-banner>;
    case 'unreachable':
      return (
        <s-banner tone="critical">
          {t(error.during === 'sending' ? 'error.notConfirmed' : 'error.unreachable')}
        </s-banner>
      );
  }
}
