import type { StorefrontWords } from './words.ts';

export const ja: StorefrontWords = {
  policy: {
    version: (version, since) => `第${version}版（${since}から適用）`,
    initialVersion: 'このポリシーはこれまで変更されていません。',
    cancelAnOrder: 'アカウントなしで注文をキャンセルする',
  },
  languages: '言語',
  problem: {
    title: 'このページは現在表示できません',
    unavailable:
      '現在接続できません。何も変更されていません。しばらくしてからもう一度お試しください。',
    failed: (reference) =>
      `エラーが発生しました。しばらくしてからもう一度お試しください。参照番号：${reference}`,
  },
  guest: {
    title: '注文のキャンセル',
    policyLink: 'キャンセルポリシーを読む',
    notAvailable:
      'メールでのコード送信を行っていないため、こちらではキャンセルできません。注文確認メールにあるご注文へのリンクを開くか、当店までお問い合わせください。',
    tooManyAttempts: (minutes) =>
      `入力回数の上限に達しました。${minutes}分後にもう一度お試しください。`,
    sessionOver:
      '安全のため、このページは 30分間だけご利用いただけます。新しいコードを取得してください。',
    fault: 'すべての項目を入力して、もう一度お試しください。',
    ask: {
      intro:
        '注文番号と、ご注文時のメールアドレスまたは電話番号を入力してください。ご注文のメールアドレスにコードをお送りします。',
      orderName: '注文番号',
      orderNameHint: '注文確認メールに記載されています（例：#1042）。',
      contact: 'メールアドレスまたは電話番号',
      submit: 'コードを送信',
    },
    code: {
      sent: '入力内容に一致するご注文がある場合、ご登録のメールアドレスにコードをお送りしました。10分間有効です。',
      label: 'コード',
      submit: '続ける',
      wrong:
        'コードが正しくないか、有効期限が切れています。ご確認いただくか、新しいコードを取得してください。',
      notArrived:
        'メールが届かない場合は、1分ほどお待ちください。迷惑メールフォルダと、入力した内容もご確認ください。',
      again: 'コードを再送信',
    },
    order: {
      heading: (orderName) => `ご注文${orderName}`,
      update: '次へ',
      change: '選択を変更',
      refresh: '状況を更新',
    },
  },
};
