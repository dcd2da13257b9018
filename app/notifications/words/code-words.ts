/** What the mail with a guest's code says besides the words of all mails. */
interface CodeWords {
  readonly subject: (orderName: string) => string;
  readonly intro: (orderName: string) => string;
  readonly heading: string;
  readonly explanation: string;
}

export const CODE_WORDS: { readonly en: CodeWords } & Readonly<Record<string, CodeWords>> = {
  en: {
    subject: (orderName) => `Your code for order ${orderName}`,
    intro: (orderName) =>
      `Somebody, presumably you, wants to see or cancel order ${orderName}. Enter this code on the page that asked for it.`,
    heading: 'Your code',
    explanation:
      'It is valid for 10 minutes and works once. If this was not you, ignore this mail and give the code to nobody: without it nothing happens to your order.',
  },
  de: {
    subject: (orderName) => `Ihr Code für Bestellung ${orderName}`,
    intro: (orderName) =>
      `Jemand, vermutlich Sie selbst, möchte die Bestellung ${orderName} ansehen oder stornieren. Geben Sie diesen Code auf der Seite ein, die danach fragt.`,
    heading: 'Ihr Code',
    explanation:
      'Er gilt 10 Minuten und nur einmal. Wenn Sie das nicht waren, beachten Sie diese E-Mail nicht und geben Sie den Code niemandem: Ohne ihn geschieht mit Ihrer Bestellung nichts.',
  },
  fr: {
    subject: (orderName) => `Votre code pour la commande ${orderName}`,
    intro: (orderName) =>
      `Quelqu’un, sans doute vous, souhaite voir ou annuler la commande ${orderName}. Saisissez ce code sur la page qui le demande.`,
    heading: 'Votre code',
    explanation:
      'Il est valable 10 minutes et une seule fois. Si ce n’était pas vous, ignorez cet e-mail et ne donnez le code à personne : sans lui, rien ne change pour votre commande.',
  },
  es: {
    subject: (orderName) => `Tu código para el pedido ${orderName}`,
    intro: (orderName) =>
      `Alguien, probablemente tú, quiere ver o cancelar el pedido ${orderName}. Introduce este código en la página que lo pide.`,
    heading: 'Tu código',
    explanation:
      'Es válido durante 10 minutos y una sola vez. Si no has sido tú, ignora este correo y no des el código a nadie: sin él no le ocurre nada a tu pedido.',
  },
  it: {
    subject: (orderName) => `Il tuo codice per l’ordine ${orderName}`,
    intro: (orderName) =>
      `Qualcuno, probabilmente tu, vuole vedere o annullare l’ordine ${orderName}. Inserisci questo codice nella pagina che lo chiede.`,
    heading: 'Il tuo codice',
    explanation:
      'Vale 10 minuti e una sola volta. Se non sei stato tu, ignora questa email e non dare il codice a nessuno: senza di esso al tuo ordine non succede nulla.',
  },
  nl: {
    subject: (orderName) => `Je code voor bestelling ${orderName}`,
    intro: (orderName) =>
      `Iemand, waarschijnlijk jij, wil bestelling ${orderName} bekijken of annuleren. Vul deze code in op de pagina die erom vraagt.`,
    heading: 'Je code',
    explanation:
      'De code is 10 minuten en één keer geldig. Was jij dit niet, negeer deze mail dan en geef de code aan niemand: zonder code gebeurt er niets met je bestelling.',
  },
  ja: {
    subject: (orderName) => `ご注文 ${orderName} の確認コード`,
    intro: (orderName) =>
      `ご注文 ${orderName} の確認またはキャンセルのお申し込みがありました。コードの入力を求めているページで、次のコードを入力してください。`,
    heading: '確認コード',
    explanation:
      '10 分間、1 回だけ有効です。お心当たりがない場合は、このメールを無視し、コードを誰にも教えないでください。コードがなければご注文には何も起こりません。',
  },
};
