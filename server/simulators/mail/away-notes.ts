/** How mail programs and people say that somebody is away; `{day}` is replaced by a date in that language. */
interface AwayWords {
  prefix: string;
  /** The last day away. */
  until: string;
  /** The first day back. */
  back: string;
  /** Where no day is named. */
  open: string;
}

const WORDS = {
  en: {
    prefix: 'Automatic reply',
    until: 'I am out of the office until {day}.',
    back: 'I am on leave and will be back on {day}.',
    open: 'I am out of the office at the moment.',
  },
  de: {
    prefix: 'Automatische Antwort',
    until: 'Ich bin bis zum {day} nicht im Büro.',
    back: 'Ich bin im Urlaub und am {day} wieder erreichbar.',
    open: 'Ich bin zurzeit nicht im Büro.',
  },
  fr: {
    prefix: 'Réponse automatique',
    until: "Je suis absente jusqu'au {day} inclus.",
    back: 'Je suis en congé, de retour le {day}.',
    open: 'Je suis absente du bureau.',
  },
  es: {
    prefix: 'Respuesta automática',
    until: 'Estoy fuera de la oficina hasta el {day}.',
    back: 'Estoy de vacaciones y volveré el {day}.',
    open: 'Estoy fuera de la oficina.',
  },
  it: {
    prefix: 'Risposta automatica',
    until: 'Sono fuori ufficio fino al {day}.',
    back: 'Sono in ferie e rientrerò il {day}.',
    open: 'Sono fuori ufficio.',
  },
  pt: {
    prefix: 'Resposta automática',
    until: 'Estou ausente até {day}.',
    back: 'Estou de férias e voltarei no dia {day}.',
    open: 'Estou ausente do escritório.',
  },
  nl: {
    prefix: 'Automatisch antwoord',
    until: 'Ik ben afwezig tot en met {day}.',
    back: 'Ik ben met vakantie en terug op {day}.',
    open: 'Ik ben niet op kantoor.',
  },
  sv: {
    prefix: 'Automatiskt svar',
    until: 'Jag är inte på kontoret till och med {day}.',
    back: 'Jag har semester och är tillbaka den {day}.',
    open: 'Jag är inte på kontoret.',
  },
  da: {
    prefix: 'Automatisk svar',
    until: 'Jeg holder ferie til og med {day}.',
    back: 'Jeg holder ferie og er tilbage den {day}.',
    open: 'Jeg er ikke på kontoret.',
  },
  fi: {
    prefix: 'Automaattinen vastaus',
    until: 'Olen poissa {day} asti.',
    back: 'Olen lomalla ja palaan {day}.',
    open: 'Olen poissa toimistolta.',
  },
  pl: {
    prefix: 'Odpowiedź automatyczna',
    until: 'Jestem nieobecna do {day}.',
    back: 'Jestem na urlopie, wracam {day}.',
    open: 'Jestem nieobecna w biurze.',
  },
  cs: {
    prefix: 'Automatická odpověď',
    until: 'Jsem mimo kancelář do {day}.',
    back: 'Mám dovolenou, vrátím se {day}.',
    open: 'Jsem mimo kancelář.',
  },
  tr: {
    prefix: 'Otomatik yanıt',
    until: '{day} tarihine kadar izindeyim.',
    back: 'İzindeyim, {day} tarihinde işe döneceğim.',
    open: 'Şu anda izindeyim.',
  },
  ru: {
    prefix: 'Автоматический ответ',
    until: 'Я в отпуске до {day}.',
    back: 'Я в отпуске, вернусь {day}.',
    open: 'Я в отпуске.',
  },
  ja: {
    prefix: '自動応答',
    until: '{day}まで不在にしております。',
    back: '休暇中です。{day}に出社いたします。',
    open: 'ただいま不在にしております。',
  },
  zh: { prefix: '自动答复', until: '我正在休假，直到{day}。', back: '我不在办公室，{day}返回。', open: '我不在办公室。' },
  ko: { prefix: '자동 회신', until: '{day}까지 휴가입니다.', back: '부재중입니다. {day}에 복귀합니다.', open: '부재중입니다.' },
  ar: { prefix: 'رد تلقائي', until: 'أنا في إجازة حتى {day}.', back: 'أنا خارج المكتب وسأعود يوم {day}.', open: 'أنا خارج المكتب.' },
} as const satisfies Record<string, AwayWords>;

export type AwayLanguage = keyof typeof WORDS;
export const AWAY_LANGUAGES = Object.keys(WORDS) as [AwayLanguage, ...AwayLanguage[]];

export interface AwayNote {
  subjectPrefix: string;
  text: string;
}

/** The automatic answer of someone away; `returnsOn` (`YYYY-MM-DD`) is the first day back, whichever way it is said. */
export function awayNote(language: AwayLanguage, returnsOn: string | undefined, wording: 'until' | 'back'): AwayNote {
  const words = WORDS[language];
  if (returnsOn === undefined) return { subjectPrefix: words.prefix, text: words.open };
  const named = new Date(`${returnsOn}T00:00:00Z`);
  if (wording === 'until') named.setUTCDate(named.getUTCDate() - 1);
  const locale = language === 'ar' ? 'ar-EG' : language;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(named);
  return { subjectPrefix: words.prefix, text: words[wording].replace('{day}', day) };
}
