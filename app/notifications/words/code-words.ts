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
      `Someone asked to view or cancel order ${orderName}. If it was you, enter this code on the page that asked for it.`,
    heading: 'Your code',
    explanation:
      'It works once, within 10 minutes. If it was not you, ignore this email and do not share the code.',
  },
  de: {
    subject: (orderName) => `Dein Code für Bestellung ${orderName}`,
    intro: (orderName) =>
      `Für die Bestellung ${orderName} wurde ein Code angefordert. Gib ihn auf der Seite ein, die danach fragt.`,
    heading: 'Dein Code',
    explanation:
      'Er gilt 10 Minuten und kann einmal verwendet werden. Wenn du das nicht warst, ignoriere diese E-Mail und gib den Code nicht weiter.',
  },
  fr: {
    subject: (orderName) => `Votre code pour la commande ${orderName}`,
    intro: (orderName) =>
      `Une demande de consultation ou d’annulation de la commande ${orderName} nous est parvenue. Si elle vient de vous, saisissez ce code sur la page ouverte.`,
    heading: 'Votre code',
    explanation:
      'Il est valable 10 minutes et une seule fois. Si ce n’était pas vous, ignorez cet e-mail et ne donnez le code à personne : sans lui, rien ne change pour votre commande.',
  },
  es: {
    subject: (orderName) => `Tu código para el pedido ${orderName}`,
    intro: (orderName) =>
      `Se ha pedido ver o cancelar el pedido ${orderName}. Si has sido tú, introduce este código en la página que lo pide.`,
    heading: 'Tu código',
    explanation:
      'Es válido durante 10 minutos y una sola vez. Si no has sido tú, ignora este correo y no compartas el código: sin él tu pedido no cambia.',
  },
  it: {
    subject: (orderName) => `Il tuo codice per l’ordine ${orderName}`,
    intro: (orderName) =>
      `È stato chiesto di vedere o annullare l’ordine ${orderName}. Se sei tu, inserisci questo codice nella pagina che lo chiede.`,
    heading: 'Il tuo codice',
    explanation:
      'Vale 10 minuti e una sola volta. Se non hai richiesto il codice, ignora questa email e non dare il codice a nessuno: senza di esso al tuo ordine non succede nulla.',
  },
  nl: {
    subject: (orderName) => `Je code voor bestelling ${orderName}`,
    intro: (orderName) =>
      `Er is een code aangevraagd om bestelling ${orderName} te bekijken of te annuleren. Was jij dit, vul de code dan in op de pagina die erom vraagt.`,
    heading: 'Je code',
    explanation:
      'De code is 10 minuten en één keer geldig. Was jij dit niet, negeer deze e-mail dan en deel de code met niemand.',
  },
  ja: {
    subject: (orderName) => `ご注文${orderName}の確認コード`,
    intro: (orderName) =>
      `ご注文${orderName}の確認またはキャンセルのお申し込みがありました。コードの入力を求めているページで、次のコードを入力してください。`,
    heading: '確認コード',
    explanation:
      '10分間、1回だけ有効です。お心当たりがない場合は、このメールを無視し、コードを誰にも教えないでください。コードがなければご注文には何も起こりません。',
  },
};
