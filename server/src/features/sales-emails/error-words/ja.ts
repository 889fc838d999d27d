import type { EN } from './en.ts';

export const JA: Record<keyof typeof EN, string> = {
  emailUnknown: 'このメールは存在しません。',
  emailHidden: 'このメールは存在しないか、表示する権限がありません。',
  reconnectToSee: 'メールボックスを再接続してください。このメールが送信されたか確認できるようになります。',
  draftUnknown: 'この下書きは存在しません。',
  orgStopped: '管理者がすべての送信を停止しました。接続が再び許可されるまで何も送信されません。',
  identityNotVerified: 'まだこのアドレスから送信できません。別の差出人を選択するか、設定でアドレスを検証してください。',
  teamSmtpMissing: 'このアドレス用のチームのメールサーバーがなくなりました。別の差出人を選択してください。',
  wrongPerson: 'メールの宛先はリードまたは取引先責任者です。',
  subjectTooLong: '動的項目の値を入れると、この件名は {limit} 文字を超えます。短くしてください。',
  bodyTooLong: 'このテキストは長すぎます。短くして、貼り付けた画像を削除してください。',
  timeUnreadable: '09:00 のような時刻を選択してください。',
  zoneUnknown: 'このタイムゾーンは存在しません。',
  schedulePassed: 'この時刻は過ぎています。後の時刻を選択してください。',
  scheduleTooFar: 'メールを予定できるのは 1 年先までです。より早い日を選択してください。',
  clocksSkip: 'この日は時計が {wanted} を飛ばします。メールは {chosen} に送信されます。',
  clocksRepeat: 'この日は時計が {wanted} を 2 回示します。メールは 1 回目に送信されます。',
};
