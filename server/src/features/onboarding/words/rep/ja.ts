import type { Translated } from '../../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const JA: Translated<typeof EN> = {
  'activate.title': 'アカウントの有効化',
  'activate.again': 'おかえりなさい',
  'activate.org': '{org} は、Salesforce から営業メールを送信するために MSI Actions を使用しています。',
  'activate.account': 'あなたのアカウントは <strong>{address}</strong> です。',
  'activate.button': 'Salesforce で有効化',
  'activate.next':
    '次に、MSI Actions を許可するかどうかを Salesforce が確認します。MSI Actions は、お仕事の相手を検索し、メールと ToDo を記録します。あなた自身の権限を超える操作はできません。それ以外は何も変更せず、Salesforce ' +
    'のパスワードを見ることもありません。',
  'signIn.button': 'Salesforce で続ける',

  'spent.title': 'このリンクは使用できなくなりました',
  'spent.why': 'すでに使用されたか、より新しいリンクが送信されています。',
  'spent.signIn': 'ご自分のアカウントであれば、Salesforce でログインして続きから始めてください。',
  'spent.tell': 'このリンクをご自分で使用していない場合は、管理者に連絡してください。',

  'resume.title': '続きから始める',
  'resume.signIn': 'Salesforce でログインして設定を続けてください。これまでの操作はすべて保存されています。',
  'resume.invitation': 'まだ招待されていない場合は、MSI Actions の管理者に依頼してください。',

  'continue.title': '続ける',
  'continue.from': 'Salesforce からこのページに移動しました。',
  'continue.setup.button': '設定に進む',

  'apiAccess.title': '権限が 1 つ不足しています',
  'apiAccess.missing': 'Salesforce ユーザーに「<strong>API の有効化</strong>」権限がありません。',
  'apiAccess.effect':
    'アカウントは有効なままです。この権限がないと、MSI Actions はメールの相手を検索したり、メールを記録したりできません。',
  'apiAccess.ask': 'Salesforce の管理者に次のいずれかを依頼してください。',
  'apiAccess.profile': 'プロファイルの [システム管理者権限] で「<strong>API の有効化</strong>」を選択する',
  'apiAccess.permissionSet': '「<strong>API の有効化</strong>」を含む権限セットを割り当てる',
  'apiAccess.button': 'もう一度確認',
  'apiAccess.later': '{address} としてログインしています。このウィンドウを閉じて、後で Salesforce のパネルから戻ることができます。',

  'welcome.title': 'ようこそ、{name} さん',
  'welcome.connected': 'Salesforce に接続しました。',
  'welcome.steps': '残りは 3 つの簡単なステップです。メールボックスを選択し、MSI Actions による送信を許可して、署名を追加してください。',
  'welcome.button': '開始',

  'intro.title': 'しくみ',
  'intro.sending':
    'Salesforce のレコードから、リードや取引先責任者に直接メールを送信できます。メールはすべてあなた自身のメールボックスからあなたの名前で送信され、返信もそのままあなたに届きます。',
  'intro.logging': 'すべてのメールは Salesforce に ToDo として記録されるため、チームで確認できます。',
  'next.button': '次へ',

  'mailbox.title': 'どのメールボックスを使用しますか?',
  'mailbox.provider': 'メールプロバイダー',
  'mailbox.signIn':
    '次に、{address} としてメールボックスにログインします。パスワードを見ることはありません。求める権限は、管理者が選択したものです。',
  'mailbox.connected': '{address} に接続しています。',
  'mailbox.keep': '{address} を引き続き使用',
  'mailbox.instead': 'または、別のメールボックスを接続します。',
  'tier.send': '送信の権限のみ。メールボックスの内容は何も読み取りません。',
  'tier.headers':
    '送信の権限と、誰が返信したかを確認する権限。読み取るのは、誰が誰にいつ書いたか、メールが戻ってきた理由は何かだけです。メールの内容は読み取りません。',
  'tier.bodies':
    '送信の権限と、メールを読み取る権限。読み取るのは、営業メールの不達レポートと自動返信、および Salesforce から返信するときの相手の返信だけです。' +
    'それ以外にメールボックスから保存するものはありません。',
  'tier.of': '{vendor}: {tier}',

  'confirm.title': 'このメールボックスでよろしいですか?',
  'confirm.addresses':
    'メールボックス <strong>{address}</strong> にログインしました。MSI Actions のアカウントは <strong>{userAddress}</strong> です。',
  'confirm.effect': '接続すると、営業メールは {address} から送信され、返信もそこに届きます。',
  'confirm.yes': '{address} を接続',
  'confirm.no.button': '別のメールボックスを選択',

  'connected.title': 'メールを接続しました',
  'connected.address': '営業メールは <strong>{address}</strong> から送信されます。',
  'connected.close': 'このウィンドウを閉じて、Salesforce で作業を続けてください。',
  'connected.button': '続ける',
  'connected.endsByItself':
    'アプリケーションが Google でまだテスト中のため、この接続は {day} に Google によって終了されます。その後は再接続が必要です。管理者にお知らせください。アプリケーションが Google で公開されると、終了されなくなります。',

  'finish.title': 'すべて完了しました',
  'finish.salesforce': 'Salesforce',
  'finish.person': '{name}、{org}',
  'finish.mailbox': 'メールボックス',
  'finish.noMailbox': 'まだ接続されていません',
  'finish.button': '終了',

  'tour.offer': '短いツアーをご覧になりますか?',
  'tour.what': '3 つの短いページで、Salesforce のパネルをご案内します。',
  'tour.start.button': 'ツアーを開始',
  'tour.skip.button': '今はしない',
  'tour.1.title': 'パネル',
  'tour.1.text':
    'リード、取引先責任者、取引先、または商談を開きます。ページに MSI Actions パネルがあり、最もよく使う操作のボタン [営業メールを送信] が表示されます。',
  'tour.1.picture': 'リードに表示されたパネル: [営業メールを送信] ボタンと、すべてのアクションのメニュー',
  'tour.2.title': '送信ボタンを押した後',
  'tour.2.text': 'ウィンドウはすぐに閉じ、数秒間は元に戻すことができます。その後は、パネルの行でメールの状態を確認できます。',
  'tour.2.picture': 'まもなく送信されるメールと [元に戻す] ボタンがあるパネルの行',
  'tour.3.title': '何も失われません',
  'tour.3.text':
    '行を開くと、経過を確認できます。メールボックスが応答しない場合は行に表示されるので、[もう一度確認]、[送信済みにする]、[再送信] のいずれかを選択してください。',
  'tour.3.picture': '開いた行: メールとその経過',
  'tour.page': '{number}/{pages} ページ',
  'tour.done.button': '完了',

  'exit.title': '営業を始めましょう',
  'exit.ready': 'MSI Actions の設定が完了しました。Salesforce でリードまたは取引先責任者を開いて、最初のメールを送信してください。',
  'exit.readyFor':
    '<strong>{address}</strong> の MSI Actions の設定が完了しました。Salesforce でリードまたは取引先責任者を開いて、最初のメールを送信してください。',
  'exit.open.button': 'MSI Actions を開く',
  'exit.launch.button': 'Salesforce を起動',

  'identity.title': 'このアドレスからの送信を許可しますか?',
  'identity.question': '{org} の <strong>{person}</strong> さんが、<strong>{address}</strong> として営業メールを送信しようとしています。',
  'identity.button': '許可する',
  'identity.ifNot': 'お心当たりがない場合は、このページを閉じてください。許可しない限り、このアドレスからは何も送信されません。',
  'identity.verified': 'アドレスが確認されました',
  'identity.usable': '<strong>{address}</strong> として営業メールを送信できるようになりました。このページを閉じてかまいません。',

  'adminConsent.given': '全員に許可しました',
  'adminConsent.everyone': '組織の全員が、Outlook で MSI Actions を使用できるようになりました。',
  'adminConsent.carryOn':
    '営業担当者は、承認を求めずにメールボックスを接続できます。このウィンドウを閉じて、Salesforce で作業を続けてください。',
  'adminConsent.refused': '何も変更されていません',
  'adminConsent.notGiven': '組織の権限は付与されませんでした。',
  'adminConsent.startAgain':
    '権限を付与できるのは Microsoft の管理者だけです。このウィンドウを閉じて、Salesforce の設定からやり直してください。',
};
