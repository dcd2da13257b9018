/* How texts are worded, as far as a machine can see it: signs, the form of address, and one word for one thing. */

interface Rule {
  /** A pattern; as a string, whole words whatever their case. */
  readonly never: RegExp | string;
  readonly instead: string;
  /** For whom it is a fault; where it is missing, for both. */
  readonly of?: 'customers' | 'staff';
}

/** Which quotation marks a language has; the apostrophe ’ stands everywhere. */
const QUOTES: Readonly<Record<string, string>> = {
  en: '“”',
  de: '„“',
  es: '«»',
  fr: '«»',
  it: '«»',
  ja: '「」',
  nl: '‘',
  pl: '„”',
};

const IN_EVERY_LANGUAGE: readonly Rule[] = [
  { never: /'/, instead: '’' },
  { never: /"/, instead: 'the quotation marks of the language' },
  { never: /\.\.\./, instead: '…' },
  { never: / {2}|^ | $/, instead: 'no space, or one' },
];

/** One form of address per language: German du, Spanish tú, French vous, Italian tu, Dutch je, Polish Ty. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  en: [
    { never: 'e-mails?|mails?', instead: 'email' },
    { never: 'personalis\\p{L}*|fulfilment\\p{L}*', instead: 'American spelling' },
    { never: 'wish(es)?', instead: 'request' },
    { never: 'comes? back|money back', instead: 'refund' },
    { never: '(goes|gives?|given|giving|paid|pays?) back|money', instead: 'refund', of: 'staff' },
    { never: 'reckon\\p{L}*', instead: 'calculate' },
    { never: '(is|are|was|not|been|customer) told', instead: 'notify', of: 'staff' },
    { never: '(leaves?|left|leaving).{0,12} out', instead: 'exclude', of: 'staff' },
    { never: '(goes|go|going|gone) on', instead: 'continue', of: 'staff' },
    { never: 'persons?|people', instead: 'manual review', of: 'staff' },
    { never: 'looks? again', instead: 'check again', of: 'staff' },
    { never: 'at once', instead: 'instant', of: 'staff' },
    { never: 'never taken|reserved on', instead: 'void an authorization', of: 'staff' },
    { never: 'by (itself|themselves)', instead: 'automatically', of: 'staff' },
    {
      never: '(was|were|been|be|is) sent already|nothing (is|will be) sent',
      instead: 'ship, of goods',
      of: 'staff',
    },
    { never: '(this|the) app', instead: 'Unorder', of: 'staff' },
    { never: 'opening days?', instead: 'business day' },
    { never: '(?<!\\{)shops?', instead: 'store; we, to customers' },
  ],
  de: [
    // At the beginning of a sentence “Sie” may be “they”.
    { never: /(?<![.!?:„] |^|„)\bSie\b|\b(Ihnen|Ihr(e[mnrs]?)?)\b/, instead: 'du' },
    { never: 'Erstattung(en)?', instead: 'Rückerstattung' },
    { never: 'Geschenkkarten?', instead: 'Geschenkgutschein' },
    { never: 'Auftrags?(?! eines)', instead: 'Bestellung' },
    { never: 'Stornobedingungen', instead: 'Stornierungsbedingungen' },
    { never: 'Öffnungstage?n?', instead: 'Geschäftstag' },
    { never: 'versandt', instead: 'verschickt; versendet, to staff' },
    { never: 'Zahlungsmethoden?', instead: 'Zahlungsart', of: 'customers' },
    { never: '(de[mnr]|die) Shop', instead: 'wir', of: 'customers' },
  ],
  es: [
    {
      never: 'ustedes|usted|póngase|elija|abra|consulte|responda|contacte|haga',
      instead: 'tú',
    },
    { never: 'tú mism[oa]', instead: 'a wording for men and women' },
    { never: 'crédito de (la )?tienda', instead: 'crédito en tienda' },
    { never: 'tarjetas? regalo', instead: 'tarjeta de regalo' },
    { never: 'gastos de cancelación', instead: 'cargo por cancelación' },
    { never: 'condiciones de cancelación', instead: 'política de cancelación' },
    { never: 'medios? de pago', instead: 'método de pago' },
    { never: 'venta final|reservas?', instead: 'sin cambio ni devolución; preventa' },
    { never: 'correo(?! electrónico| no deseado)', instead: 'correo electrónico' },
  ],
  fr: [
    { never: /(?<!\u00a0)[;!?»]/, instead: 'a no-break space before it' },
    { never: /(?<![\u00a0\d]|https?):/, instead: 'a no-break space before it' },
    { never: /«(?!\u00a0)/, instead: 'a no-break space after it' },
    { never: 'tu|ton|tes|toi', instead: 'vous' },
    { never: 'crédit en boutique', instead: 'avoir' },
    { never: 'cartes? cadeaux?', instead: 'carte-cadeau' },
    { never: 'jours d’ouverture', instead: 'jours ouvrés' },
    { never: 'vente (ferme|définitive)', instead: 'ni repris ni échangé' },
    { never: 'la boutique', instead: 'nous' },
  ],
  it: [
    { never: 'Lei|ci contatti|apra|scelga|inserisca|La preghiamo', instead: 'tu' },
    {
      never: /(?<!\p{L})(al|dal|del|il) \{\{(time|since|date|percent)\}\}/u,
      instead: 'no article: all’8',
    },
    { never: 'e-mail', instead: 'email' },
    { never: 'cart[ae] regalo', instead: 'buono regalo' },
    { never: 'credito in negozio', instead: 'credito del negozio' },
    { never: 'cost[oi] di annullamento', instead: 'spese di annullamento' },
    { never: 'servizio di pagamento', instead: 'fornitore di servizi di pagamento' },
    { never: 'vendita (finale|definitiva)', instead: 'senza cambio né reso' },
    { never: 'il negozio', instead: 'noi' },
  ],
  ja: [
    { never: /[()〜]/, instead: '（, ）, ～' },
    { never: /(?<=[\p{L}\d、。]) (?=[\p{L}\d])/u, instead: 'no space' },
    { never: /(この|残りの|複数の)注文/, instead: 'ご注文', of: 'customers' },
    { never: /ショップ/, instead: '当店; ストア, to staff' },
    { never: /キャンセル手数料/, instead: 'キャンセル料' },
    { never: /決済事業者/, instead: '決済会社' },
    { never: /仮押さえ|お引き落とし/, instead: '利用枠の確保' },
  ],
  nl: [
    { never: 'u|uw', instead: 'je' },
    { never: '(?<!e-)mail', instead: 'e-mail' },
    { never: 'betaaldienst', instead: 'betaalprovider' },
    { never: 'klantaccount', instead: 'account' },
    { never: 'finale uitverkoop', instead: 'final sale' },
    { never: 'de winkel', instead: 'we' },
  ],
  pl: [
    { never: 'Pan|Pani|Pana|Panu|Państw[oau]', instead: 'Ty' },
    { never: 'podarunkow\\p{L}+', instead: 'karta prezentowa' },
    { never: 'tego e-maila', instead: 'tę wiadomość' },
    { never: 'wyprzedaż ostateczn\\p{L}+', instead: 'bez możliwości zwrotu i wymiany' },
    { never: 'dni otwarcia', instead: 'dni robocze' },
  ],
};

// `\b` does not know the letters of every language.
const patternOf = (never: RegExp | string): RegExp =>
  typeof never === 'string' ? new RegExp(`(?<!\\p{L})(?:${never})(?!\\p{L})`, 'iu') : never;

/** What is wrong with the words of a text, a half sentence each; none when nothing is. */
export function wordingFaults(
  language: string,
  namespace: string,
  text: string,
): readonly string[] {
  const foreign = [...'“”„‘«»「」'].filter((mark) => !QUOTES[language]?.includes(mark)).join('');
  return [
    ...IN_EVERY_LANGUAGE,
    ...(language in QUOTES
      ? [{ never: new RegExp(`[${foreign}]`), instead: `${QUOTES[language]} and no other` }]
      : []),
    ...(RULES[language] ?? []),
  ]
    .filter(({ of }) => of === undefined || (of === 'staff') === (namespace === 'staff'))
    .flatMap(({ never, instead }) => {
      const [found] = patternOf(never).exec(text) ?? [];
      return found === undefined ? [] : [`says “${found}” (better: ${instead}).`];
    });
}
