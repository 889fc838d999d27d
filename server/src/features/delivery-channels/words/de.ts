import type { Translated } from '../../../platform/languages/index.ts';
import type { EN } from './en.ts';

export const DE: Translated<typeof EN> = {
  'test.subject': 'Test Ihres Mailservers',
  'test.text': 'Diese E-Mail kam über den Mailserver, mit dem Ihr Team Vertriebs-E-Mails sendet. Er funktioniert.',
};
