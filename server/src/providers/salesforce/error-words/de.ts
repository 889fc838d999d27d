import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  passwordExpired: 'Ihr Salesforce-Kennwort ist abgelaufen. Melden Sie sich bei Salesforce an und legen Sie ein neues Kennwort fest.',
  userLocked:
    'Salesforce hat Ihren Benutzer nach falschen Kennwörtern gesperrt. Warten Sie, bis die Sperre endet, oder fragen Sie Ihren ' +
    'Salesforce-Administrator.',
  storageFull: 'Der Datenspeicher Ihrer Salesforce-Organisation ist voll. Ihr Salesforce-Administrator kann Platz schaffen.',
  userInactive: 'Ihr Salesforce-Benutzer ist nicht aktiv. Fragen Sie Ihren Salesforce-Administrator.',
  noAnswer: 'Salesforce hat nicht geantwortet.',
  noAnswerMayBeDone: 'Salesforce hat nicht geantwortet und die Anfrage vielleicht trotzdem ausgeführt.',
  unknownFailure: 'In Salesforce ist ein unbekannter Fehler aufgetreten.',
  strangerAnswered: 'Statt Salesforce hat etwas anderes geantwortet.',
  strangerAnsweredToken: 'Statt Salesforce hat etwas anderes auf die Token-Anfrage geantwortet.',
  waitForLogin: 'Salesforce bittet, vor der nächsten Anmeldung zu warten.',
  tokenNotAnswered: 'Salesforce konnte die Token-Anfrage nicht beantworten.',
  adminMustAllow: 'Der Salesforce-Administrator muss diese App zuerst erlauben.',
  tokenRefused: 'Salesforce hat die Token-Anfrage abgelehnt.',
  connectionDead: 'Salesforce nimmt diese Verbindung nicht mehr an.',
  unreachable: 'Salesforce war nicht erreichbar.',
  refreshNotAnswered: 'Salesforce hat auf die Erneuerung nicht geantwortet und das Token vielleicht verbraucht.',
  refreshWithoutToken: 'Salesforce hat auf die Erneuerung nicht mit einem Token geantwortet.',
  recordsUnsaid: 'Salesforce hat nicht für jeden Datensatz mitgeteilt, was daraus geworden ist.',
  refusedWithoutReason: 'Salesforce hat nicht mitgeteilt, warum dieser Datensatz abgelehnt wurde.',
};
