import type { Words } from './words.ts';

export const ja: Words = {
  // A given name with 様 is said to nobody, and the family name is not known.
  greeting: () => 'お客様',
  cancelled: {
    subject: (orderName) => `ご注文${orderName}はキャンセルされました`,
    intro: (orderName) =>
      `ご注文${orderName}はキャンセルされました。お客様によるお手続きは必要ありません。`,
    part: {
      subject: (orderName) => `ご注文${orderName}の一部をキャンセルしました`,
      intro: (orderName) =>
        `以下の商品をキャンセルしました。ご注文${orderName}の残りはこれまでどおり進みます。`,
      itemsHeading: 'キャンセルした商品',
    },
    fee: {
      heading: 'キャンセル料',
      explanation: '確定前に表示された金額で、返金の対象外です。',
    },
    kept: {
      heading: '返金されない金額',
      label: '返金対象外の金額',
      explanation:
        'お支払いのうち、この金額は返金されません。ご不明な点は、このメールにご返信ください。',
    },
    refunded: {
      heading: 'ご返金',
      sent: '元のお支払い方法へ返金の手続きをしました。金融機関や決済会社により、明細への反映まで数営業日かかる場合があります。',
      onItsWay:
        '元のお支払い方法への返金手続き中で、決済会社の確認を待っています。金融機関や決済会社により、明細への反映まで数営業日かかる場合があります。',
    },
    released: {
      heading: 'ご請求はありません',
      explanation:
        'この金額はご請求されていません。利用枠の確保を解除しましたので、返金はありません。金融機関の表示に数日かかる場合があります。',
    },
    byHand: {
      heading: '当店からのご返金',
      explanation: '当店から直接ご返金いたします。',
    },
    storeCredit: {
      heading: 'ストアクレジット',
      label: 'ストアクレジット',
      given: 'お客様のアカウントに追加されました。次回のご注文でお使いいただけます。',
      onItsWay: 'お客様のアカウントに追加しています。',
    },
  },
  declined: {
    subject: (orderName) => `ご注文${orderName}をキャンセルできませんでした`,
    intro: (orderName) =>
      `ご注文${orderName}のキャンセルのご依頼をいただきましたが、キャンセルされず、そのまま進行しています。`,
    why: {
      staff_declined:
        '誠に恐れ入りますが、キャンセルのご依頼をお受けできませんでした。ご不明な点はこのメールにご返信ください。',
      customer_withdrew: 'お客様がご依頼を取り下げました。',
      not_answered:
        '当店からの回答が期限までにありませんでした。引き続きキャンセルをご希望の場合は、このメールにご返信ください。',
      already_shipped:
        'すでに発送されています。到着後の返品については、当店の返品ポリシーをご確認ください。',
      fulfillment_started:
        'すでに発送の準備が始まっています。到着後の返品については、当店の返品ポリシーをご確認ください。',
      warehouse_refused:
        '倉庫で止めることができませんでした。到着後の返品については、当店の返品ポリシーをご確認ください。',
      cancelled_elsewhere: 'このご注文は当店が別の方法で対応しました。',
      order_gone: 'このご注文は当店にもう存在しません。',
      outcome_unknown:
        'このご注文を確認しています。このメールにご返信いただければ、ご案内いたします。',
      not_possible:
        '現在の状態ではキャンセルできません。このメールにご返信いただければ、当店が対応いたします。',
    },
    nextStep: {
      return_it: '商品が届いたら返品できます。',
      contact_shop: 'このメールにご返信ください。当店が一緒に方法を探します。',
      wait_for_delivery: '商品の到着をお待ちください。ほかに必要なことはありません。',
    },
    contact: 'メールで問い合わせる',
    returns: '返品ポリシーを見る',
  },
  received: {
    subject: (orderName) => `ご注文${orderName}のキャンセルのご依頼を受け付けました`,
    intro: (orderName) =>
      `ご注文${orderName}を保留しました。お支払いの確認が済みしだいキャンセルし、お支払い済みの金額を返金いたします。`,
    review: (orderName) =>
      `ご注文${orderName}のキャンセルのご依頼を受け付けました。確認する間、ご注文は保留されています。回答はメールでお知らせします。`,
  },
  requestedPart: {
    received: (orderName) =>
      `ご注文${orderName}の一部の商品について、キャンセルのご依頼を受け付けました。確認する間、ご注文は保留されています。回答はメールでお知らせします。`,
    declined: {
      subject: (orderName) => `ご注文${orderName}の一部の商品をキャンセルできませんでした`,
      intro: (orderName) =>
        `ご注文${orderName}の以下の商品について、キャンセルのご依頼をいただきましたが、キャンセルされず、そのまま進行しています。`,
    },
    itemsHeading: 'ご依頼の商品',
  },
  refundFailed: {
    subject: (orderName) => `ご注文${orderName}の返金が遅れています`,
    intro: (orderName, amount) =>
      `ご注文${orderName}の返金（${amount}）の手続きが完了しませんでした。当店で対応し、あらためてご連絡いたします。`,
  },
  noteFrom: (shopName) => `${shopName}からのメッセージ`,
  viewOrder: 'ご注文を見る',
  replies: (shopName) => `このメールへのご返信は${shopName}に届きます。`,
  staff: {
    waiting: {
      subject: (orderName) => `${orderName}のキャンセル依頼が回答を待っています`,
      intro: (orderName) =>
        `お客様がご注文${orderName}のキャンセルを依頼しています。回答するまで発送は保留されます。`,
    },
    near: {
      subject: (orderName) => `${orderName}のキャンセル依頼の期限が近づいています`,
      intro: (orderName) => `ご注文${orderName}のキャンセル依頼はまだ回答を待っています。`,
    },
    until: (time) =>
      `${time}までに回答がない場合、依頼は自動的に終了します。保留は解除され、承認されなかったことがお客様に通知されます。`,
    what: 'キャンセルの対象',
    wholeOrder: '注文全体',
    howMuch: '承認した場合の返金額',
    refund: '返金',
    open: '依頼を開く',
    closing: 'Unorderはこのメールをストアの連絡先に送信しています。',
  },
};
