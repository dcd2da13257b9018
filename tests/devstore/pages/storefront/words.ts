/** What the theme itself says. */
export interface ThemeWords {
  readonly skip: string;
  readonly account: string;
  readonly signIn: string;
  readonly home: string;
  readonly heroTitle: string;
  readonly heroText: string;
  readonly products: string;
  readonly from: string;
  readonly orders: string;
  readonly language: string;
  readonly help: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly appProblem: string;
  readonly appProblemText: string;
}

const ENGLISH: ThemeWords = {
  skip: 'Skip to content',
  account: 'Account',
  signIn: 'Sign in',
  home: 'Home',
  heroTitle: 'Made slowly, for the long run',
  heroText: 'Lamps, tableware and textiles from small workshops by the water.',
  products: 'Our things',
  from: 'from',
  orders: 'Your orders',
  language: 'Language',
  help: 'Help',
  notFound: 'This page does not exist',
  notFoundText: 'It may have been moved, or the address is not quite right.',
  appProblem: 'This page is not available at the moment',
  appProblemText: 'Please try again in a few minutes.',
};

const BY_LANGUAGE: Readonly<Record<string, ThemeWords>> = {
  en: ENGLISH,
  de: {
    skip: 'Zum Inhalt springen',
    account: 'Konto',
    signIn: 'Anmelden',
    home: 'Start',
    heroTitle: 'In Ruhe gemacht, für lange Zeit',
    heroText: 'Lampen, Geschirr und Textilien aus kleinen Werkstätten am Wasser.',
    products: 'Unsere Dinge',
    from: 'ab',
    orders: 'Deine Bestellungen',
    language: 'Sprache',
    help: 'Hilfe',
    notFound: 'Diese Seite gibt es nicht',
    notFoundText: 'Vielleicht ist sie umgezogen, oder die Adresse stimmt nicht ganz.',
    appProblem: 'Diese Seite ist gerade nicht erreichbar',
    appProblemText: 'Bitte versuche es in ein paar Minuten noch einmal.',
  },
  fr: {
    skip: 'Aller au contenu',
    account: 'Compte',
    signIn: 'Se connecter',
    home: 'Accueil',
    heroTitle: 'Fait lentement, pour durer',
    heroText: 'Lampes, vaisselle et textiles de petits ateliers au bord de l’eau.',
    products: 'Nos objets',
    from: 'à partir de',
    orders: 'Vos commandes',
    language: 'Langue',
    help: 'Aide',
    notFound: 'Cette page n’existe pas',
    notFoundText: 'Elle a peut-être été déplacée, ou l’adresse n’est pas tout à fait juste.',
    appProblem: 'Cette page n’est pas disponible pour le moment',
    appProblemText: 'Veuillez réessayer dans quelques minutes.',
  },
};

/** The theme's words in a language, or else in English. */
export function themeWords(language: string): ThemeWords {
  return BY_LANGUAGE[language.split('-')[0] ?? ''] ?? ENGLISH;
}
