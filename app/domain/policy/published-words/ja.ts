import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`ご注文の${duration}後`]),
    ...(cutOff === null
      ? []
      : [`ご注文後、最初にその時刻を迎える営業日の${cutOff.time}（${cutOff.zone}）`]),
    ...(untilFulfillment ? ['当店が発送準備を始める時点'] : ['発送の時点']),
  ];
  return limits.length > 1
    ? `${limits.join('、')}のうち最も早い時点まで`
    : `${limits.join('')}まで`;
};

export const ja: PublishedWords = {
  code: 'ja',
  quoted: (text) => `「${text}」`,
  units: {
    minute: ['n分', 'n分'],
    hour: ['n時間', 'n時間'],
    day: ['n日', 'n日'],
    cancellation: ['n回', 'n回'],
    request: ['n回', 'n回'],
  },
  title: 'キャンセルポリシー',
  introduction:
    'オンラインでご注文をキャンセルできる条件と方法をご案内します。法令で認められたお客様の権利には影響しません。',
  switchedOff:
    '現在、オンラインでのキャンセルは受け付けておりません。ご希望の場合は当店までお問い合わせください。',
  headings: {
    who: 'キャンセルできる方',
    until: 'キャンセルできる期限',
    exceptions: '対象外のもの',
    refund: '返金について',
    part: '一部だけをキャンセルする場合',
    openingDays: '営業日',
    how: 'キャンセルの方法',
  },
  buyers: {
    customer: 'アカウントをお持ちのお客様',
    guest: 'アカウントなしでご注文のお客様',
    company_buyer: '所属する会社のために購入される方',
  },
  who: (buyers, countries) =>
    countries === null
      ? `${buyers}が対象です（お届け先は問いません）。`
      : `${buyers}が対象です（お届け先が${countries}のご注文）。`,
  ruleOrder: '複数の項目に当てはまるご注文には、最初に当てはまる項目が適用されます。',
  nobodyElse: 'その他のご注文については当店までお問い合わせください。',
  what: {
    whole_order: 'ご注文全体をキャンセルできます。',
    lines: 'ご注文全体、または商品ごとに（その商品の全数を）キャンセルできます。',
    quantities: 'ご注文全体、商品ごと、または1点単位でキャンセルできます。',
  },
  instant: (limits) => `${until(limits)}、すぐにキャンセルできます。当店の承認は必要ありません。`,
  request: (limits) =>
    `${until(limits)}、キャンセルをご依頼いただけます。お受けするかどうかは当店が判断します。`,
  noInstant: '当店の承認なしにキャンセルされることはありません。',
  noRequest: '期限を過ぎると、オンラインではご依頼いただけません。',
  reviewDays: (days) =>
    `当店の承認が必要なご依頼には${days}以内に回答します。回答がない場合、ご依頼は終了し、ご注文はそのまま進みます。`,
  afterDecline: (requests) =>
    requests === null
      ? 'ご依頼をお断りした場合、ご注文内容または本ポリシーに変更がない限り、同じ商品について再度ご依頼いただくことはできません。'
      : `ご依頼をお断りした場合、同じ商品についてあと${requests}までご依頼いただけます。`,
  reviewAbove: (amounts) =>
    `${amounts}を超えるものは、当店が承認した場合にのみキャンセルされます。`,
  refused: (what) => `${what}は、こちらからはキャンセルできません。`,
  reviewed: (what) => `${what}のキャンセルには、当店の承認が必要です。`,
  exclusions: {
    product_tag: () => '一部の商品',
    product_type: (values) => `種類が${values}の商品`,
    collection: (values) => `コレクション${values}の商品`,
    final_sale: () => 'キャンセル対象外のセール品',
    gift_card: () => 'ギフトカード',
    subscription: () => '定期購入',
    pre_order: () => '予約商品',
    personalised: () => '名入れなどの特注品',
    digital: () => 'ダウンロード商品、チケットなど発送のない商品',
    customer_tag: () => '一部のご注文',
    order_tag: () => '一部のご注文',
    sales_channel: (values) => `${values}でのご注文`,
    payment_method: (values) => `${values}でお支払いのご注文`,
    risk_level: () => '追加の確認が必要なご注文',
  },
  noExceptions: '対象外の商品はありません。',
  always: {
    sent: '発送済みのもの、受け取り準備が整ったもの、配達中のものは、こちらからはキャンセルできません。返品については、当店の返品ポリシーをご確認ください。',
    onlyTheShop:
      '店頭でのご購入や、お支払いについて調査中のご注文は、こちらからはキャンセルできません。当店までお問い合わせください。',
    usedGiftCard: 'ご注文のギフトカードがすでに使われている場合は、当店が判断します。',
    bundle: 'セット販売の商品は、個別のキャンセルは承れません。',
  },
  limit: {
    refuse: (cancellations, days) =>
      `${days}間に${cancellations}キャンセルされた後は、当店までお問い合わせください。`,
    review: (cancellations, days) =>
      `${days}間に${cancellations}キャンセルされた後は、当店が判断します。`,
  },
  method: {
    original: 'お支払いに使われた方法へ返金します。',
    store_credit:
      'お支払い額をストアクレジットでお返しします。法令に基づく解除権を行使される場合は、この限りではありません。',
    customers_choice: 'お支払いに使われた方法への返金か、ストアクレジットかをお選びいただけます。',
  },
  bonus: (percent) => `ストアクレジットには${percent}を上乗せします。`,
  fee: {
    none: 'キャンセル料はかかりません。',
    fixed: (amounts) => `キャンセル料として${amounts}を差し引きます。`,
    percent: (percent) => `キャンセル料として${percent}を差し引きます。`,
    touches: {
      goods: '商品代金からのみ差し引きます。',
      goods_and_shipping: '商品代金と送料から差し引きます。',
    },
    limits:
      'キャンセル料は確定前に表示され、返金額を超えることはありません。利用枠の確保のみの金額にはかかりません。法令に基づく解除権を行使される場合もかかりません。',
  },
  released: '請求されていない金額は、利用枠の確保を解除します（ご請求はありません）。',
  wholeOrder: 'ご注文全体のキャンセルでは、送料、チップ、関税、輸入手数料も全額お返しします。',
  shipping: {
    keep: '送料は、発送するものがなくなった時点でお返しします。',
    proportional: 'キャンセルされた商品に当たる分の送料をお返しします。',
  },
  tip: {
    keep: 'チップはお返ししません。',
    proportional: 'キャンセルされた商品に当たる分のチップをお返しします。',
  },
  duties: {
    keep: '関税はお返ししません。',
    proportional: 'キャンセルされた商品の関税をお返しします。',
  },
  keepTheDeal:
    'ご注文に適用された割引や送料無料は、残りの金額が少なくなってもそのまま適用されます。',
  freeShipping: (minimum, price) =>
    `残りが${minimum}未満になると送料無料の対象外となり、送料${price}を返金額から差し引きます。`,
  discount: (title, minimum) =>
    `残りが${minimum}未満になると割引${title}の対象外となり、残りの商品に適用された割引額を返金額から差し引きます。`,
  otherDeals: 'その他の割引はそのまま適用されます。差し引く金額は確定前に表示されます。',
  openingDays: (days) => `営業日は${days}です。`,
  closedOn: (dates) => `${dates}は休業します。`,
  how: 'お客様アカウントでご注文を開き、「注文をキャンセル」を選び、表示内容を確認して確定してください。完了するとお知らせします。',
  howGuest:
    'アカウントをお持ちでない場合は、当店のキャンセルページで、ご注文番号とご注文時のメールアドレスまたは電話番号をご入力ください。',
  reasons: (reasons) => `理由を${reasons}からお選びください。`,
  withComment: (reason) => `${reason}（コメントが必要です）`,
  earlierOrders:
    'ご注文時点のポリシーがそのご注文に引き続き適用されます。ただし現在のポリシーのほうがお客様に有利な場合は、そちらを適用します。',
};
