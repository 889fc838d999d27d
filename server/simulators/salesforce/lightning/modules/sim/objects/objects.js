const owner = { label: 'Owner', path: 'Owner.Name' };
const optedOut = { label: 'Email Opt Out', path: 'HasOptedOutOfEmail', type: 'checkbox' };
const account = { label: 'Account Name', path: 'Account.Name', type: 'lookup', objectApiName: 'Account', idPath: 'AccountId' };
const email = { label: 'Email', path: 'Email', type: 'email' };
const phone = { label: 'Phone', path: 'Phone', type: 'phone' };
const title = { label: 'Title', path: 'Title' };
const name = { label: 'Name', path: 'Name' };
const company = { label: 'Company', path: 'Company' };
const status = { label: 'Lead Status', path: 'Status' };
const stage = { label: 'Stage', path: 'StageName' };
const amount = { label: 'Amount', path: 'Amount', type: 'currency' };
const closeDate = { label: 'Close Date', path: 'CloseDate', type: 'date' };
const website = { label: 'Website', path: 'Website', type: 'url' };
const dueDate = { label: 'Due Date', path: 'ActivityDate', type: 'date' };
const who = { label: 'Name', path: 'Who.Name' };
const taskStatus = { label: 'Status', path: 'Status' };
const industry = { label: 'Industry', path: 'Industry' };

/** The compact layout, page layout and list view of each object that the pages show; an activity has no activities of its own. */
export const OBJECTS = {
  Lead: {
    label: 'Lead',
    plural: 'Leads',
    highlights: [title, company, phone, email],
    details: [name, owner, title, company, email, phone, status, optedOut],
    columns: [title, company, email, status],
  },
  Contact: {
    label: 'Contact',
    plural: 'Contacts',
    highlights: [title, account, phone, email],
    details: [name, owner, title, account, email, phone, optedOut],
    columns: [title, email, phone],
  },
  Account: {
    label: 'Account',
    plural: 'Accounts',
    highlights: [industry, phone, website, owner],
    details: [{ ...name, label: 'Account Name' }, owner, industry, phone, website],
    columns: [industry, phone, website],
  },
  Opportunity: {
    label: 'Opportunity',
    plural: 'Opportunities',
    highlights: [account, closeDate, amount, stage],
    details: [{ ...name, label: 'Opportunity Name' }, owner, account, amount, closeDate, stage],
    columns: [stage, amount, closeDate],
  },
  Task: {
    label: 'Task',
    plural: 'Tasks',
    nameField: 'Subject',
    isActivity: true,
    highlights: [who, dueDate, taskStatus, owner],
    details: [
      { label: 'Subject', path: 'Subject' },
      owner,
      who,
      { label: 'Related To', path: 'What.Name' },
      dueDate,
      taskStatus,
      { label: 'Type', path: 'Type' },
      { label: 'Comments', path: 'Description' },
    ],
    columns: [],
  },
};

export const iconOf = (objectApiName) => `standard:${objectApiName.toLowerCase()}`;
export const listUrl = (objectApiName) => `/lightning/o/${objectApiName}/list`;
export const recordUrl = (objectApiName, recordId) => `/lightning/r/${objectApiName}/${recordId}/view`;
