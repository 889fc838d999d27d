import type {
  Template,
  TemplateCategories,
  TemplateCategory,
  TemplateEmails,
  TemplateList,
  TemplateRow,
} from '../../../../force-app/types/service.d.ts';
import { AT, idOf, NAME, SUBJECT } from './common.ts';

const CATEGORY: TemplateCategory = {
  id: idOf(70),
  name: 'Verwaltungsdienstleistungsverträge und Erneuerungen im öffentlichen Dienst',
  templates: 1_200,
  canChange: true,
  mayShareInto: false,
  grants: { everyone: false, teams: [] },
};
const TEAMS = ['Gemeinschaftsunternehmen Aschaffenburg', 'West', 'מכירות'].map((name, number) => ({ id: idOf(80 + number), name }));

const ROW: TemplateRow = {
  id: idOf(90),
  name: 'Verwaltungsdienstleistungsvertrag verlängern, zweite Erinnerung für vierhundert Arbeitsplätze in Aschaffenburg',
  subject: SUBJECT,
  categoryId: CATEGORY.id,
  categoryName: CATEGORY.name,
  owner: { id: idOf(3), name: NAME },
  isMine: false,
  canEdit: true,
  sharedWith: { everyone: false, teams: TEAMS },
  isFavourite: true,
  isArchived: false,
  isNonCommercial: false,
  lastUsedAt: AT,
  sent: 12_345,
  replied: 1_234,
  updatedAt: AT,
};

export const TEMPLATE_CATEGORIES: TemplateCategories = {
  categories: [CATEGORY, { ...CATEGORY, id: idOf(71), name: 'הצעות מחיר', templates: 3, canChange: false, mayShareInto: true }],
  pinned: [idOf(71)],
  restrictsSharing: true,
  teams: TEAMS,
  bodyStyle: 'font-family:Georgia,serif;font-size:12pt',
};

/** With names that are as long as they get, and one that is read from right to left. */
export const TEMPLATES: TemplateList = {
  templates: [
    ROW,
    {
      ...ROW,
      id: idOf(91),
      name: 'הצעת מחיר',
      subject: '',
      isMine: true,
      sharedWith: { everyone: false, teams: [] },
      isFavourite: false,
      lastUsedAt: null,
      sent: 0,
      replied: 0,
    },
    { ...ROW, id: idOf(92), name: 'A'.repeat(120), canEdit: false, sharedWith: { everyone: true, teams: [] } },
  ],
  total: 1_203,
  cursor: 'more',
};

/** Criteria, notes and statistics, each with much to say. */
export const TEMPLATE: Template = {
  ...ROW,
  bodyHtml: `<p>Hallo {{first_name | default: "zusammen"}},</p><p><br></p><p>${SUBJECT}</p>`,
  notes: `${NAME} hat es geschrieben.\nFragen Sie sie.`,
  criteria: {
    join: 'any',
    list: [
      { field: 'title', condition: 'contains', value: 'VP' },
      { field: 'sfdc_lead_number_of_employees_in_all_countries', condition: 'not_equals', value: '12' },
      { field: 'company', condition: 'not_contains', value: SUBJECT },
    ],
  },
  version: 3,
  statistics: { sent: 12_345, replied: 1_234, bounced: 12, people: 11_000, lastUsedAt: AT },
};

export const TEMPLATE_EMAILS: TemplateEmails = {
  emails: [
    {
      id: idOf(95),
      subject: SUBJECT,
      state: 'sent',
      recordId: '00Q000000000001EAA',
      personId: '00Q000000000001EAA',
      personName: NAME,
      createdAt: AT,
      sentAt: AT,
      repliedAt: AT,
    },
  ],
  cursor: 'more',
};
