import type { Words } from './words.ts';

export const ja: Words = {
  greeting: (firstName) => (firstName ? `${firstName} 様` : 'お客様'),
  cancelled: {
    subject: (orderName) => `ご注文 ${orderName} はキャンセルされました`,
    intro: (orderName) =>
      `ご注文 ${orderName} はキャンセルされました。お客様によるお手続きは必要ありません。`,
    part: {
      subject: (orderName) => `ご注文${orderName}の一部をキャンセルしました`,
      intro: (orderName) =>
        `以下の商品をキャンセルしました。ご注文${orderName}の残りはこれまでどおり進みます。`,
      itemsHeading: 'キャンセルした商品',
    },
    fee: {
      heading: 'キャンセル手数料',
      explanation: '確定前に表示された金額で、ショップが受け取ります。',
    },
    refunded: {
      heading: 'ご返金',
      sent: 'お支払い元へ返金を送りました。明細に反映されるまで通常 5〜10 日かかります。',
      onItsWay:
        'お支払い元への返金手続き中で、決済事業者の確認を待っています。明細に反映されるまで通常 5〜10 日かかります。',
    },
    released: {
      heading: 'お引き落としはありません',
      explanation:
        'この金額は確保されていただけで、お引き落としはされていません。確保は解除されましたので、返金はありません。銀行の表示に数日かかる場合があります。',
    },
    byHand: {
      heading: 'ショップからのご返金',
      explanation:
        'オンラインでのお支払いではないため、自動では返金されません。ショップから直接ご返金いたします。',
    },
    storeCredit: {
      heading: 'ストアクレジット',
      label: 'ストアクレジット',
      given: 'お客様のアカウントに追加されました。次回のご注文でお使いいただけます。',
      onItsWay: 'お客様のアカウントに追加しています。',
    },
  },
  declined: {
    subject: (orderName) => `ご注文 ${orderName} をキャンセルできませんでした`,
    intro: (orderName) =>
      `ご注文 ${orderName} のキャンセルのご依頼をいただきましたが、キャンセルされず、そのまま進行しています。`,
    why: {
      staff_declined:
        'ショップがキャンセルを承認できませんでした。ご不明な点はこのメールにご返信ください。',
      customer_withdrew: 'お客様がご依頼を取り下げました。',
      not_answered:
        'ショップからの回答が期限までにありませんでした。このメールにご返信いただくか、もう一度ご依頼ください。',
      already_shipped: 'すでに発送されています。到着後に返品いただけます。',
      fulfilment_started: 'すでに発送の準備が始まっています。到着後に返品いただけます。',
      warehouse_refused: '倉庫で止めることができませんでした。到着後に返品いただけます。',
      cancelled_elsewhere: 'このご注文はショップが別の方法で対応しました。',
      not_possible:
        '現在の状態ではキャンセルできません。このメールにご返信いただければ、ショップが対応いたします。',
    },
    nextStep: {
      return_it: '商品が届いたら返品できます。',
      contact_shop: 'このメールにご返信ください。ショップが一緒に方法を探します。',
      wait_for_delivery: '商品の到着をお待ちください。ほかに必要なことはありません。',
    },
  },
  received: {
    subject: (orderName) => `ご注文${orderName}のキャンセルを受け付けました`,
    intro: (orderName) =>
      `ご注文${orderName}のキャンセルのご希望を受け付けました。商品は発送されません。お支払いはまだ銀行で確認されていません。確認され次第ご注文をキャンセルし、お支払い済みの金額をお返しします。`,
  },
  refundFailed: {
    subject: (orderName) => `ご注文${orderName}の返金が遅れています`,
    intro: (orderName, amount) =>
      `キャンセルされたご注文${orderName}の返金${amount}をお支払いできませんでした。ショップは把握しており、別の方法でお支払いします。お金が失われることはありません。`,
  },
  noteFrom: (shopName) => `${shopName} からのメッセージ`,
  viewOrder: 'ご注文を見る',
  replies: (shopName) => `このメールへのご返信は ${shopName} に届きます。`,
};
