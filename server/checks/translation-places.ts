/** A kind of place on the screen that cannot grow with its words. */
export interface Place {
  name: string;
  /** How many Latin letters it holds where the screen is 320 px wide. */
  width: number;
}

/** The comment of a label says where it stands. The first that fits counts; a label that fits none may be as long as it likes. */
const PLACES: (Place & { comment: RegExp })[] = [
  { name: 'button', width: 34, comment: /^(Button|Opens the)\b/ },
  { name: 'menu item', width: 40, comment: /^(Menu item|Item of)\b/ },
  { name: 'tab', width: 16, comment: /^Tab\b/ },
  { name: 'settings page', width: 30, comment: /^(Name of a settings page|Page of the settings)\b/ },
  { name: 'column', width: 28, comment: /^(Column|Heading of (a|the) column)\b/ },
  { name: 'chip', width: 22, comment: /^Chip\b/ },
  { name: 'role column', width: 16, comment: /^Role of a user\b/ },
  { name: 'badge', width: 30, comment: /^(Badge|State)\b/ },
];

export function placeOf(comment: string): Place | undefined {
  return PLACES.find((place) => place.comment.test(comment));
}

/** A key of the service says where its text stands: on its pages these places do not grow. */
const PLACES_OF_KEYS: (Place & { key: RegExp })[] = [
  { name: 'button', width: 34, key: /\.button$/ },
  { name: 'step', width: 10, key: /^step\./ },
  { name: 'badge', width: 30, key: /^state\./ },
];

/** Of a text of the service. */
export function placeOfKey(key: string): Place | undefined {
  return PLACES_OF_KEYS.find((place) => place.key.test(key));
}

/** Names, and what is written the same in every language of ours. */
const EVERYWHERE = [
  'MSI Actions',
  'Gmail',
  'Outlook',
  'Salesforce',
  'MSI Actions ({0})',
  'MSI Actions ({0}+)',
  '{0}: {1}',
  '{0} <{1}>',
  '{0} ({1} MB)',
  'Cc',
  'Bcc',
];

/** English words that a language has taken over, or happens to share. */
const SHARED: Record<string, string[]> = {
  de: [
    'Leads',
    'Server',
    'Port',
    'Text',
    'Code: {0}',
    'Details',
    'Person',
    'Link',
    'Name',
    'Status',
    'Teams',
    'Teams (optional)',
    'Lead',
    'Account',
    'Opportunity',
    'Orange',
  ],
  es: ['General', 'no', 'Personal'],
  fr: ['Contacts', 'Actions', 'Orange', 'Signature', 'Port', 'Contact', 'Package', '{company} via MSI Actions'],
  ja: [],
  pt_BR: ['Email', 'Email ({0})', 'Link', 'Status', 'Checklist', 'Lead', 'Leads', '{company} via MSI Actions'],
};

export function sameWords(language: string): Set<string> {
  return new Set([...EVERYWHERE, ...(SHARED[language] ?? [])]);
}
