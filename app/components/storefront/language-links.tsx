import { languageName } from '../../presentation/text/names.ts';
import type { Language } from '../../messages/message-types.ts';

interface Props {
  readonly label: string;
  readonly languages: readonly Language[];
  readonly current: Language;
  /** The page's address in a language. */
  readonly addressIn: (language: Language) => string;
}

/** The languages that a page can be read in, each by its own name; nothing where there is only one. */
export function LanguageLinks({ label, languages, current, addressIn }: Props) {
  if (languages.length < 2) return null;
  return (
    <nav className="unorder-links unorder-quiet" aria-label={label}>
      {languages.map((language) => (
        <a
          key={language}
          href={addressIn(language)}
          lang={language}
          hrefLang={language}
          {...(language === current ? { 'aria-current': 'true' as const } : {})}
        >
          {languageName(language, language)}
        </a>
      ))}
    </nav>
  );
}
