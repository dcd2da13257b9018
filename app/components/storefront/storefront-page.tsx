import type { ReactNode } from 'react';

import type { Language } from '../../messages/message-types.ts';
import { StorefrontStyle } from './storefront-style.tsx';

interface PartProps {
  readonly language: Language;
  readonly children: ReactNode;
}

interface PageProps extends PartProps {
  readonly title: string;
}

/** The frame of a page inside a shop's theme: the theme has the document, its header and its footer. */
export function StorefrontPage({ language, title, children }: PageProps) {
  return (
    <div className="unorder unorder-page" lang={language}>
      <StorefrontStyle />
      <h1 className="unorder-title">{title}</h1>
      {children}
    </div>
  );
}

/** The frame of a piece that stands among other things on a page. */
export function StorefrontPart({ language, children }: PartProps) {
  return (
    <div className="unorder" lang={language}>
      <StorefrontStyle />
      {children}
    </div>
  );
}
