import { isAnswer, isForwarded, withoutMarks } from './subject-marks.ts';

export type ReportTopic = 'failed' | 'delayed' | 'delivered';

const FAILED = new RegExp(
  [
    'undeliver(?:able|ed)|not (?:be )?delivered|(?:delivery|mail).{0,30}fail|failure notice|fail(?:ure|ed)|returned mail|' +
      "mail delivery system|not sent|rejected|address not found|could ?n[o'’]t be delivered|recipient problem|error (?:has )?occurred|" +
      'error delivering|delivery error|did not reach',
    'unzustellbar|nicht zugestellt|unzustellbarkeit|fehlgeschlagen',
    'non (?:remis|distribu|délivr)|échec|echec',
    'no se (?:puede|pudo|ha podido) entregar|no entregad|error de entrega',
    'recapito non riuscito|non recapitabil|mancato recapito|impossibile recapitare',
    'não (?:é possível entregar|entregue|foi possível entregar)|falha na entrega|não é possível',
    'onbestelbaar|niet bezorgd|niet worden bezorgd|mislukt',
    'olever|inte leverer|går inte att leverera|kunde inte leverer|misslyckad',
    'kan ikke leveres|ikke lever|uleverbar|uleveret|mislykket|mislyktes|kunne ikke leveres',
    'ei voitu toimittaa|toimittamat|epäonnistu|ei toimitettu',
    'niedostarcz|nie można dostarczyć|niepowodzenie',
    'nedoručiteln|nedoručen|nelze doručit',
    'kézbesíthetetlen|sikertelen',
    'teslim edileme',
    'недостав|не удается достав|не удалось достав|не доставлен',
    '配信不能|配信できません|配信に失敗|送信できません|エラーメール|メールエラー',
    '未送达|无法投递|无法送达|退信|無法傳遞|未傳遞|無法遞送',
    '배달되지 않음|배달할 수 없|반송|배달 실패',
    'تعذر التسليم|غير قابل للتسليم|لم يتم التسليم|فشل',
  ].join('|'),
  'iu',
);
const DELAYED = new RegExp(
  [
    'delay|still being retried|could not send message for past|not yet been delivered|temporar(?:y|ily)',
    'verzöger|différ|retard|retras|demora|ritard|atras|vertraag|fördröj|försen|forsink|viiväst|opóźni|zpožd|zpoždě|késik|késés|gecik',
    'задерж|отлож|遅延|遅れ|延迟|延遲|지연|تأخ',
  ].join('|'),
  'iu',
);
const DELIVERED = new RegExp(
  [
    'success(?:ful)?|delivered|relayed|expanded|zugestellt|weitergeleitet|remis|distribué|entregad|retransmitid|recapitato|inoltrato|' +
      'entregue|retransmitida',
    'bezorgd|doorgestuurd|levererat|leveret|levert|toimitettu|dostarczon|doručeno|teslim edildi|доставлен|配信済|已送达|已傳遞|배달됨|تم التسليم',
  ].join('|'),
  'iu',
);

/**
 * What the subject of a delivery report speaks of, in the languages of the large mail hosts; null when it does not say.
 * The words before a colon count alone where they tell, because the subject of our own email often follows it.
 */
export function topicOf(subject: string): ReportTopic | null {
  const head = withoutMarks(subject.slice(0, 300));
  const [before = ''] = head.split(/[:：]/, 1);
  return topicIn(before) ?? topicIn(head);
}

const RETURNED_MAIL =
  /undeliver(?:able|ed)|returned mail|mail delivery (?:fail|error)|delivery status notification|(?:mail|message) .{0,20}not (?:be )?delivered|メールエラー|エラーメール/i;
/** Only what a host writes of a message itself: robots report failures of many other things. */
const FAILURE_TEXT =
  /(?:could|can) ?(?:not|n[o'’]t) be delivered|undeliver(?:able|ed)|not delivered to|did not reach|delivery (?:to .{0,80} )?(?:has )?failed|(?:unable to|could not|cannot) deliver|error delivering|no such user|user unknown|送信できませんでした/i;
/** A report tells at its beginning what it is. */
const FAILURE_REACH = 1500;

/** Whether a subject is about returned mail, and about nothing else that can fail. */
export function namesReturnedMail(subject: string): boolean {
  return RETURNED_MAIL.test(withoutMarks(subject.slice(0, 300)));
}

/** Whether a text tells that a message was not delivered, and to which address. */
export function tellsOfFailure(text: string): boolean {
  const beginning = text.slice(0, FAILURE_REACH);
  return FAILURE_TEXT.test(beginning) && /[^\s<>@]{1,64}@[^\s<>@]{1,255}/.test(beginning);
}

/** Whether a subject announces returned mail by itself, and is nobody's answer about it. */
export function announcesReturnedMail(subject: string): boolean {
  return namesReturnedMail(subject) && !isAnswer(subject) && !isForwarded(subject);
}

/** The topic of a text that is about undelivered mail; null when it is not, or tells of success. */
export function troubleIn(text: string): 'failed' | 'delayed' | null {
  const topic = topicIn(text.slice(0, FAILURE_REACH));
  return topic === 'delivered' ? null : topic;
}

function topicIn(words: string): ReportTopic | null {
  // "Delivery Status Notification (Failure)" names the failure, and "not delivered" contains "delivered".
  if (FAILED.test(words)) return 'failed';
  if (DELAYED.test(words)) return 'delayed';
  return DELIVERED.test(words) ? 'delivered' : null;
}
