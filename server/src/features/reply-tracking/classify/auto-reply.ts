import { headerOf, subjectOf, type HeaderList } from './headers.ts';
import { hasNullReturnPath } from './delivery-report.ts';

/** What mail programs put before our own subject when they answer by themselves. */
const PREFIXES = [
  'automatic reply|auto(?:matic)?[ -]?(?:reply|response)|autoreply|out of (?:the )?office(?: autoreply)?|vacation reply',
  'automatische antwort|abwesenheitsnotiz|abwesenheitsbenachrichtigung|automatische abwesenheitsnotiz',
  "réponse automatique|absence du bureau|message d'absence",
  'respuesta automática|fuera de (?:la )?oficina',
  'risposta automatica|fuori sede|fuori ufficio',
  'resposta automática|fora do escritório|ausência temporária',
  'automatisch antwoord|automatische? (?:beantwoording|reactie)|afwezigheidsbericht|niet aanwezig',
  'automatiskt svar|autosvar|frånvaromeddelande|frånvaro',
  'automatisk svar|ikke til stede|fraværsbesked|fraværsmelding',
  'automaattinen vastaus|poissaoloilmoitus|poissaoloviesti',
  'odpowiedź automatyczna|automatyczna odpowiedź|nieobecność',
  'automatická odpověď|mimo kancelář|nepřítomnost',
  'automatikus válasz|házon kívül',
  'otomatik yanıt|ofis dışında',
  'автоматический ответ|автоответ',
  '自動応答|自動返信|不在通知',
  '自动答复|自动回复|自動回覆|自動回應',
  '자동 ?회신|자동 ?응답|부재중',
  'رد تلقائي|خارج المكتب',
].join('|');
const PREFIX = new RegExp(`^\\s*(?:${PREFIXES})\\s*(?:[:：]|$|[-–—]\\s)`, 'iu');

const ABSENCE = new RegExp(
  [
    'out of (?:the |my )?office|\\booo\\b|on (?:\\w+ )?(?:leave|vacation|holiday)|vacation|holidays?\\b|\\baway\\b|not in the office|returning',
    'abwesen|nicht im (?:haus|büro)|urlaub|außer haus|elternzeit|nicht erreichbar',
    'absent|absence|en congé|vacances|hors du bureau',
    'fuera de (?:la )?oficina|ausente|ausencia|vacaciones',
    'fuori (?:sede|ufficio)|assente|assenza|in ferie',
    'ausente|ausência|férias|fora do escritório',
    'afwezig|vakantie|niet op kantoor|met verlof',
    'frånvar|semester|inte på kontoret|ledig',
    'fravær|ferie|ikke (?:på kontoret|til stede)',
    'poissa|lomalla|vapaalla',
    'nieobecn|urlop|poza biurem',
    'nepřítom|dovolen|mimo kancelář',
    'szabadság|házon kívül',
    'ofis dışı|izinde|tatil|izinli',
    'отпуск|отсутств|нет на месте|не в офисе',
    '不在|休暇|休業|お休み|休みを',
    '不在办公室|不在辦公室|外出|休假|休假|出差',
    '부재|휴가|자리를 비',
    'خارج المكتب|إجازة|اجازة|غائب',
  ].join('|'),
  'iu',
);

/** E.3 3 and 4: a machine answered. Header fields decide; the subject only where no field speaks. */
export function isAutomatic(headers: HeaderList): boolean {
  const value = (name: string) => headerOf(headers, name)?.toLowerCase();
  const submitted = value('auto-submitted');
  if (submitted !== undefined && !/^no(?:\s|;|$)/.test(submitted)) return true;
  const suppress = value('x-auto-response-suppress');
  if (suppress !== undefined && suppress !== '' && suppress !== 'none') return true;
  if (['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => isYes(value(name)))) return true;
  if (/^(?:auto[_-]reply|bulk|junk|list)\b/.test(value('precedence') ?? '')) return true;
  return hasNullReturnPath(headers) || hasAutomaticSubject(subjectOf(headers));
}

/** Whether the subject is one that mail programs write by themselves, our own subject behind it or not. */
export function hasAutomaticSubject(subject: string): boolean {
  return PREFIX.test(subject);
}

/** Whether the words tell that a person is away for some time, as opposed to a ticket or a thank-you. */
export function speaksOfAbsence(words: string): boolean {
  return ABSENCE.test(words);
}

/** The part of a subject that whoever is away has written: not what stands behind a program's prefix or behind `Re:`. */
export function ownWordsOfSubject(subject: string): string {
  if (PREFIX.test(subject)) return '';
  return subject.split(/(?:^|[\s(:])(?:re|aw|sv|antw|vs|odp|ynt|rif|回复|答复)\s*(?:\[\d+\])?\s*[:：]/iu, 1)[0]?.trim() ?? '';
}

/** `yes`, a name or a sentence: some programs write more than the one word. Only a plain no is none. */
function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== '' && !/^(?:no|false|0)\b/.test(value);
}
