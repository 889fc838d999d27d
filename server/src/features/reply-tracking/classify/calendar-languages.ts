/**
 * How people write when they are back. `until` names the last day away, `back` the first day back; both stand before the date.
 * `untilAfter` and `backAfter` stand behind it. `from` before a date means back only with one of `again` in the same sentence.
 * `filler` may stand between cue and date. All are sources of regular expressions, in lower case.
 */
export interface CalendarLanguage {
  /** For the names of months and weekdays; more than one where they differ by country. */
  locales: string[];
  /** How `3/12` is read: day or month first, or not at all. */
  slashes: 'day' | 'month' | 'ambiguous';
  until?: string;
  back?: string;
  untilAfter?: string;
  backAfter?: string;
  from?: string;
  again?: string;
  filler: string;
  /** Weekdays, Sunday first, where inflection leaves only the stem; else the locale's names. */
  weekdayStems?: string[];
  /** Short forms of weekdays that the locale does not know and that are no other words, with the day's number; 0 is Sunday. */
  moreWeekdays?: [name: string, weekday: number][];
  /** The same for months; January is 1. */
  moreMonths?: [name: string, month: number][];
  /** Letters that may follow a weekday. */
  hasSuffixes?: true;
}

export const LANGUAGES: CalendarLanguage[] = [
  {
    locales: ['en-GB', 'en-US'],
    slashes: 'ambiguous',
    moreWeekdays: [
      ['tues', 2],
      ['weds', 3],
      ['thur', 4],
      ['thurs', 4],
    ],
    until: 'until|till|til|through|thru|up to and including|back after|return(?:ing)? after',
    back: 'back|return|returns|returning|be available again|available again|rejoin|resume work',
    from: 'from|on|as of|starting',
    again: 'back\\b|again\\b|return\\b',
    filler:
      'and including|including|the end of the day on|to|in|at|the|my|our|office|work|desk|online|on|from|as of|of|starting|again|date|' +
      'is|will be|close of business|eob|cob|end of day',
  },
  {
    locales: ['de', 'de-AT'],
    slashes: 'day',
    until: 'bis',
    back: 'zurück|wieder',
    from: 'ab|am|vom|seit',
    again: 'wieder|zurück',
    filler:
      'einschließlich|einschl\\.|inklusive|inkl\\.|und mit|zum|zur|dem|den|der|ab|am|im|in|büro|haus|ins|da|' +
      'für sie|erreichbar|verfügbar|persönlich|ich|bin|werde|ist|sein|kommenden',
  },
  {
    locales: ['fr'],
    slashes: 'day',
    until: "jusqu['’]au|jusqu['’]à|jusque",
    back: 'de retour|retour|reviens|reviendrai|rentre|rentrerai|serai de nouveau|serai à nouveau',
    from: 'à partir du|à compter du|dès le|le',
    again: 'de retour|à nouveau|de nouveau|reviens|reviendrai',
    filler: 'inclus|au|le|du|dès|à partir|à compter|bureau|présent|présente|joignable|disponible|prévu|prévue|est',
  },
  {
    locales: ['es'],
    slashes: 'day',
    until: 'hasta',
    back: 'de vuelta|vuelvo|volveré|regreso|regresaré|me reincorporo|me reincorporaré|reincorporaré|retorno|estaré de nuevo',
    from: 'a partir del?|desde el|el',
    again: 'de vuelta|de nuevo|volveré|regresaré|vuelvo',
    filler: 'inclusive|el|día|próximo|a|la|al|oficina|trabajo|disponible|partir del?|será|es',
  },
  {
    locales: ['it'],
    slashes: 'day',
    moreMonths: [['sett', 9]],
    until: 'fino all?[ae]?|fino al giorno|sino al|fino',
    back: 'rientro|rientrerò|ritorno|tornerò|torno|di ritorno|sarò di nuovo',
    from: 'dal|a partire dal|il',
    again: 'di nuovo|nuovamente|tornerò|rientrerò|di ritorno',
    filler: 'compreso|incluso|al|a|il|in|sede|ufficio|giorno|prossimo|dal|partire|disponibile|previsto|è|per',
  },
  {
    locales: ['pt'],
    slashes: 'day',
    until: 'até',
    back: 'de volta|volto|voltarei|regresso|regressarei|retorno|retornarei|estarei de volta',
    from: 'a partir d[eo]|desde|em|no dia',
    again: 'de volta|novamente|voltarei|regressarei|retornarei',
    filler: 'ao|o|a|dia|em|no|na|escritório|trabalho|próxima|próximo|partir d[eo]|inclusive|disponível',
  },
  {
    locales: ['nl'],
    slashes: 'day',
    moreMonths: [['sept', 9]],
    until: 'tot en met|t/m|tot|t\\.e\\.m\\.',
    back: 'terug|weer|opnieuw',
    from: 'vanaf|op|per',
    again: 'weer|terug|opnieuw',
    filler: 'en met|op|op kantoor|kantoor|aanwezig|bereikbaar|beschikbaar|vanaf|per|ben|ik|aan het werk|van|maandag',
  },
  {
    locales: ['sv'],
    slashes: 'day',
    moreMonths: [['sept', 9]],
    until: 'till och med|t\\.?o\\.?m\\.?|tills|till|fram till',
    back: 'tillbaka|åter|återkommer',
    from: 'från och med|fr\\.?o\\.?m\\.?|från|den',
    again: 'tillbaka|åter\\b|igen',
    filler: 'och med|den|på|kontoret|i tjänst|igen|är|jag',
  },
  {
    locales: ['da', 'nb'],
    slashes: 'day',
    moreMonths: [['sept', 9]],
    until: 'til og med|t\\.?o\\.?m\\.?|indtil|inntil|frem til|fram til|til',
    back: 'tilbage|tilbake|retur',
    from: 'fra og med|fra|den|fra den',
    again: 'tilbage|tilbake|igen|igjen',
    filler: 'og med|den|på|kontoret|arbejde|jobb|igen|igjen|er|jeg|fra|d\\.',
  },
  {
    locales: ['fi'],
    slashes: 'day',
    untilAfter: 'asti|saakka',
    back: 'palaan|takaisin|palaamme|paikalla jälleen|jälleen tavoitettavissa',
    from: 'alkaen',
    filler: 'töihin|toimistolle|toimistolla|työpaikalle|taas|jälleen|olen',
    hasSuffixes: true,
  },
  {
    locales: ['pl'],
    slashes: 'day',
    until: 'do',
    back: 'wracam|wrócę|powrót|z powrotem|powracam|ponownie dostępn[ay]|ponownie',
    from: 'od',
    again: 'ponownie|z powrotem|znowu',
    filler: 'do|pracy|biura|biurze|w|we|dnia|dniu|dn\\.|włącznie|od|będę|dostępn[ay]',
    weekdayStems: ['niedziel', 'poniedział', 'wtor', 'środ', 'czwart', 'piąt', 'sobot'],
  },
  {
    locales: ['cs'],
    slashes: 'day',
    until: 'do',
    back: 'vrátím se|vracím se|zpět|návrat|budu opět',
    from: 'od',
    again: 'opět|zpět|znovu',
    filler: 'do|práce|kanceláře|v|ve|dne|včetně|od|k dispozici',
    weekdayStems: ['neděl', 'ponděl', 'úter', 'střed', 'čtvrt', 'pát', 'sobot'],
  },
  {
    locales: ['tr'],
    slashes: 'day',
    untilAfter: "['’]?\\p{L}{0,3}\\s*(?:tarihine\\s+)?kadar",
    backAfter:
      "['’]?\\p{L}{0,3}\\s*(?:tarihinde\\s+|günü\\s+)?" +
      '(?:tekrar\\s+|işe\\s+|ofise\\s+|geri\\s+){0,3}(?:döneceğim|dönüyorum|ofiste olacağım)',
    filler: 'tarihinde',
    hasSuffixes: true,
  },
  {
    locales: ['ru'],
    slashes: 'day',
    until: 'до|по',
    back: 'вернусь|возвращаюсь|выйду|вернётся|вернется|снова буду|снова',
    from: 'с',
    again: 'снова|вернусь',
    filler: 'на|в|во|к|работу|работе|офис|офисе|с|буду|доступна?|включительно',
    weekdayStems: ['воскресен', 'понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот'],
  },
  {
    locales: ['ja', 'zh', 'ko'],
    slashes: 'month',
    until: '直到|截至|至|到',
    untilAfter: '(?:まで|迄|까지|之前|止)',
    backAfter:
      '(?:に|より|から|以降|에|부터|起|日起)?[^。.\\n]{0,12}?(?:戻り|出社|復帰|再開|帰社|出勤|업무에? ?복귀|복귀|정상 근무|출근|돌아|返回|回来|回來|恢复|恢復|上班|回到)',
    back: '返回日期|復帰予定日|복귀일',
    filler: '는|은|は',
  },
  {
    locales: ['ar-EG', 'ar-LB'],
    slashes: 'day',
    until: '[وف]?(?:حتى|لغاية|إلى غاية|إلى)',
    back: '[وف]?(?:سأعود|أعود|العودة|عودتي|سأكون متاحا|سأكون متاحًا)',
    filler: 'تاريخ|يوم|إلى|المكتب|العمل|في|من|بتاريخ|مجددا|مجددًا|نهاية يوم',
  },
];
