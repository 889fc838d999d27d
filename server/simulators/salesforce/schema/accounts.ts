import {
  checkbox,
  currency,
  date,
  int,
  owner,
  percent,
  phone,
  picklist,
  readOnly,
  reference,
  required,
  systemFields,
  text,
  textarea,
  url,
  type ObjectDefinition,
} from './definition.ts';

export function accountDefinition(): ObjectDefinition {
  return {
    name: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    keyPrefix: '001',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Name',
    fields: [
      ...systemFields(),
      owner(),
      text('Name', 255, { ...required, label: 'Account Name' }),
      reference('ParentId', ['Account'], 'Parent'),
      reference('MasterRecordId', ['Account'], 'MasterRecord', readOnly),
      picklist('Type', ['Prospect', 'Customer', 'Partner', 'Other'], { label: 'Account Type' }),
      picklist('Industry', ['Manufacturing', 'Technology', 'Retail', 'Healthcare', 'Other']),
      phone('Phone'),
      url('Website'),
      text('BillingCity', 40),
      text('BillingCountry', 80),
      int('NumberOfEmployees', { label: 'Employees' }),
      currency('AnnualRevenue'),
      textarea('Description', 32_000),
    ],
  };
}

export function opportunityDefinition(): ObjectDefinition {
  return {
    name: 'Opportunity',
    label: 'Opportunity',
    labelPlural: 'Opportunities',
    keyPrefix: '006',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Name',
    fields: [
      ...systemFields(),
      owner(),
      text('Name', 120, { ...required, label: 'Opportunity Name' }),
      reference('AccountId', ['Account'], 'Account'),
      reference('ContactId', ['Contact'], 'Contact'),
      picklist('StageName', ['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Negotiation/Review', 'Closed Won', 'Closed Lost'], {
        ...required,
        label: 'Stage',
      }),
      currency('Amount'),
      percent('Probability'),
      date('CloseDate', required),
      checkbox('IsClosed', readOnly),
      checkbox('IsWon', readOnly),
      textarea('Description', 32_000),
    ],
  };
}

export function contactRoleDefinition(): ObjectDefinition {
  return {
    name: 'OpportunityContactRole',
    label: 'Opportunity Contact Role',
    labelPlural: 'Opportunity Contact Roles',
    keyPrefix: '00K',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Id',
    fields: [
      ...systemFields(),
      reference('OpportunityId', ['Opportunity'], 'Opportunity', required),
      reference('ContactId', ['Contact'], 'Contact', required),
      picklist('Role', ['Business User', 'Decision Maker', 'Economic Buyer', 'Evaluator', 'Executive Sponsor', 'Influencer', 'Other']),
      checkbox('IsPrimary', { label: 'Primary' }),
    ],
  };
}
