import type { Language } from '../../messages/message-types.ts';
import { StorefrontPage } from './storefront-page.tsx';

interface Props {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}

/** A storefront page that says why the one asked for is not shown. */
export function StorefrontProblem({ language, title, text }: Props) {
  return (
    <StorefrontPage language={language} title={title}>
      <p>{text}</p>
    </StorefrontPage>
  );
}
