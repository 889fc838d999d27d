import {
  checkbox,
  date,
  datetime,
  email,
  owner,
  phone,
  picklist,
  readOnly,
  reference,
  required,
  systemFields,
  text,
  textarea,
  url,
  type FieldDefinition,
  type ObjectDefinition,
} from './definition.ts';

function salutation() {
  return picklist('Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.']);
}

function personFields(): FieldDefinition[] {
  return [
    salutation(),
    text('FirstName', 40),
    text('LastName', 80, required),
    text('Name', 121, { ...readOnly, label: 'Full Name' }),
    text('Title', 128),
    email('Email'),
    phone('Phone'),
    phone('MobilePhone'),
    textarea('Description', 32_000),
    checkbox('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
    checkbox('DoNotCall', { label: 'Do Not Call' }),
    checkbox('IsEmailBounced', readOnly),
    datetime('EmailBouncedDate'),
    text('EmailBouncedReason'),
    date('LastActivityDate', readOnly),
    reference('IndividualId', ['Individual'], 'Individual'),
  ];
}

export function leadDefinition(): ObjectDefinition {
  return {
    name: 'Lead',
    label: 'Lead',
    labelPlural: 'Leads',
    keyPrefix: '00Q',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Name',
    fields: [
      ...systemFields(),
      owner(),
      ...personFields(),
      reference('MasterRecordId', ['Lead'], 'MasterRecord', readOnly),
      text('Company', 255, required),
      url('Website'),
      text('City', 40),
      text('Country', 80),
      picklist('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
      picklist('Rating', ['Hot', 'Warm', 'Cold']),
      picklist('Status', ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'], {
        ...required,
        defaultFirst: true,
        label: 'Lead Status',
      }),
      checkbox('IsConverted', { updateable: false }),
      date('ConvertedDate', readOnly),
      reference('ConvertedAccountId', ['Account'], 'ConvertedAccount', readOnly),
      reference('ConvertedContactId', ['Contact'], 'ConvertedContact', readOnly),
      reference('ConvertedOpportunityId', ['Opportunity'], 'ConvertedOpportunity', readOnly),
    ],
  };
}

export function contactDefinition(): ObjectDefinition {
  return {
    name: 'Contact',
    label: 'Contact',
    labelPlural: 'Contacts',
    keyPrefix: '003',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Name',
    fields: [
      ...systemFields(),
      owner(),
      ...personFields(),
      reference('MasterRecordId', ['Contact'], 'MasterRecord', readOnly),
      reference('AccountId', ['Account'], 'Account'),
      reference('ReportsToId', ['Contact'], 'ReportsTo'),
      text('Department', 80),
      picklist('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
      text('MailingCity', 40),
      text('MailingCountry', 80),
    ],
  };
}

export function individualDefinition(): ObjectDefinition {
  return {
    name: 'Individual',
    label: 'Individual',
    labelPlural: 'Individuals',
    keyPrefix: '0PK',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Name',
    fields: [
      ...systemFields(),
      owner(),
      text('FirstName', 40),
      text('LastName', 80, required),
      text('Name', 121, readOnly),
      checkbox('HasOptedOutSolicit', { label: "Don't Market" }),
      checkbox('HasOptedOutProcessing', { label: "Don't Process" }),
      checkbox('HasOptedOutTracking', { label: "Don't Track" }),
      checkbox('HasOptedOutProfiling', { label: "Don't Profile" }),
      checkbox('ShouldForget', { label: 'Forget this Individual' }),
      checkbox('SendIndividualData', { label: "Export Individual's Data" }),
    ],
  };
}

export function userDefinition(): ObjectDefinition {
  const hidden = { ...readOnly };
  return {
    name: 'User',
    label: 'User',
    labelPlural: 'Users',
    keyPrefix: '005',
    createable: false,
    updateable: false,
    deletable: false,
    nameField: 'Name',
    fields: [
      ...systemFields().filter(({ name }) => name !== 'IsDeleted'),
      text('Username', 80, hidden),
      text('FirstName', 40, hidden),
      text('LastName', 80, hidden),
      text('Name', 121, hidden),
      email('Email', hidden),
      text('Title', 80, hidden),
      phone('Phone', hidden),
      text('Alias', 8, hidden),
      checkbox('IsActive', hidden),
      picklist('UserType', ['Standard'], hidden),
      text('TimeZoneSidKey', 40, hidden),
      text('LanguageLocaleKey', 40, hidden),
      text('LocaleSidKey', 40, hidden),
      url('SmallPhotoUrl', hidden),
    ],
  };
}
