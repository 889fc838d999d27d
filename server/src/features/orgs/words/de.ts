import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'fact.org': 'Organisation',
  'fact.by': 'Durch',
  'fact.from': 'Von',
  'fact.when': 'Wann',
  'fact.unknown': 'unbekannt',
  'fact.line': '{name}: {value}',
  'letter.opening': '{heading}.',
  'letter.link': 'Zertifikate: {link}',
  'letter.button': 'Zertifikate ansehen',

  'certificate_uploaded.subject': 'Für {org} wurde ein Zertifikat hinzugefügt',
  'certificate_uploaded.heading': 'Ein Zertifikat wurde hinzugefügt',
  'certificate_uploaded.about': 'SHA-256-Fingerabdruck',
  'certificate_uploaded.effect':
    'Wer den Schlüssel dieses Zertifikats besitzt, kann ab jetzt Personen Ihrer Organisation bei MSI Actions anmelden.',
  'certificate_uploaded.advice':
    'Wenn dies niemand aus Ihrem Unternehmen getan hat, widerrufen Sie das Zertifikat sofort und prüfen Sie in Salesforce, wer ' +
    'Administratorrechte hat.',

  'certificate_revoked.subject': 'Ein Zertifikat von {org} wurde widerrufen',
  'certificate_revoked.heading': 'Ein Zertifikat wurde widerrufen',
  'certificate_revoked.about': 'SHA-256-Fingerabdruck',
  'certificate_revoked.effect':
    'MSI Actions lehnt alles ab, was damit signiert ist. Alle Panels wurden abgemeldet und melden sich von selbst wieder an.',
  'certificate_revoked.advice':
    'Wenn dies niemand aus Ihrem Unternehmen getan hat, sehen Sie sich die Zertifikate an und prüfen Sie in Salesforce, wer ' +
    'Administratorrechte hat.',

  'lightning_origin_changed.subject': 'Die Lightning-Adresse von {org} wurde geändert',
  'lightning_origin_changed.heading': 'Die Lightning-Adresse wurde geändert',
  'lightning_origin_changed.about': 'Neue Adresse',
  'lightning_origin_changed.effect':
    'MSI Actions antwortet nur noch Browsern unter dieser Adresse. Panels unter einer anderen Adresse funktionieren nicht mehr.',
  'lightning_origin_changed.advice':
    'Wenn dies niemand aus Ihrem Unternehmen getan hat, machen Sie es rückgängig und prüfen Sie in Salesforce, wer Administratorrechte ' +
    'hat.',
};
