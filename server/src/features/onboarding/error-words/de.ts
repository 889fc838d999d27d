import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  notInvited: 'Für {address} gibt es noch keine Einladung. Bitten Sie Ihren Administrator um eine Einladung.',
  orgUnknown: 'Diese Salesforce-Organisation ist nicht mit MSI Actions verbunden. Fragen Sie Ihren Administrator.',
  wrongEmail:
    'Ihre Salesforce-Adresse ist {own}, die Einladung ging an {invited}. Bitten Sie Ihren Administrator um eine Einladung an die erste ' +
    'Adresse, oder melden Sie sich bei Salesforce mit der zweiten an.',
  alreadyLinked: 'Ihr Salesforce-Benutzer gehört schon zum Konto {address}. Bitten Sie Ihren Administrator, eines der beiden zu beenden.',
  signInLinkExpired:
    'Dieser Link war 15 Minuten gültig. Gehen Sie zurück zum Panel in Salesforce und klicken Sie noch einmal auf die Schaltfläche.',
  panelLinkExpired:
    'Dieser Link war nur eine Minute gültig. Gehen Sie zurück zum Panel in Salesforce und klicken Sie noch einmal auf die Schaltfläche.',
  linkUsed:
    'Dieser Link funktioniert nur einmal. Gehen Sie zurück zum Panel in Salesforce und klicken Sie noch einmal auf die Schaltfläche.',
  pageUnknown: 'Diese Seite gibt es nicht. Öffnen Sie den Link aus Ihrer E-Mail oder das Panel in Salesforce.',
  otherOrgForSettings:
    'Sie sind in einer anderen Salesforce-Organisation angemeldet. Melden Sie sich in der Organisation an, deren Einstellungen Sie ' +
    'ändern möchten, und versuchen Sie es dann noch einmal.',
  notAnOrgAddress:
    'Das ist nicht die Adresse einer Salesforce-Organisation. Kopieren Sie sie aus der Adressleiste, während Sie in Salesforce sind, ' +
    'oder lassen Sie das Feld leer.',
};
