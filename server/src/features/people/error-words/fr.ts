import type { EN } from './en.ts';

export const FR: Record<keyof typeof EN, string> = {
  recordHidden: 'Vos autorisations Salesforce ne montrent pas cet enregistrement.',
  personHidden: 'Vos autorisations Salesforce ne montrent pas cette personne.',
  slowDown: 'Salesforce nous demande de ralentir.',
};
