import type { OrgSettings } from '../entities.ts';
import {
  checkbox,
  combobox,
  createOnly,
  date,
  datetime,
  int,
  owner,
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

const OPEN_STATUSES = ['Not Started', 'In Progress', 'Waiting on someone else', 'Deferred'];

export function statusesOf(settings: OrgSettings): { label: string; isClosed: boolean; isDefault: boolean }[] {
  return [
    ...OPEN_STATUSES.map((label, index) => ({ label, isClosed: false, isDefault: index === 0 })),
    { label: settings.completedStatus, isClosed: true, isDefault: false },
  ];
}

/** Task with the fields of the package and of the reference product (SF-12, SF-15), as far as the org has them. */
export function taskDefinition(settings: OrgSettings): ObjectDefinition {
  return {
    name: 'Task',
    label: 'Task',
    labelPlural: 'Tasks',
    keyPrefix: '00T',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Subject',
    fields: [
      ...systemFields(),
      owner(),
      reference('WhoId', ['Contact', 'Lead'], 'Who', { label: 'Name ID' }),
      reference('WhatId', ['Account', 'Opportunity'], 'What', { label: 'Related To ID' }),
      combobox('Subject', ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other']),
      date('ActivityDate', { label: 'Due Date Only' }),
      picklist(
        'Status',
        statusesOf(settings).map(({ label }) => label),
        { ...required, defaultFirst: true },
      ),
      picklist('Priority', ['Normal', 'High', 'Low'], { ...required, defaultFirst: true }),
      textarea('Description', 32_000),
      picklist('TaskSubtype', ['Task', 'Email', 'ListEmail', 'Call', 'LinkedIn', 'Cadence'], {
        ...createOnly,
        restrictedPicklist: true,
        defaultFirst: true,
      }),
      ...(settings.taskTypes ? [picklist('Type', settings.taskTypes, { restrictedPicklist: settings.taskTypeRestricted })] : []),
      picklist('CallType', ['Internal', 'Inbound', 'Outbound'], { restrictedPicklist: true }),
      int('CallDurationInSeconds'),
      text('CallDisposition'),
      text('CallObject'),
      datetime('ReminderDateTime'),
      checkbox('IsReminderSet'),
      checkbox('IsClosed', readOnly),
      checkbox('IsArchived', readOnly),
      checkbox('IsHighPriority', readOnly),
      reference('AccountId', ['Account'], 'Account', readOnly),
      datetime('CompletedDateTime', readOnly),
      ...customActivityFields(settings),
    ],
  };
}

function customActivityFields(settings: OrgSettings): FieldDefinition[] {
  if (!settings.taskCustomFields) return [];
  return [
    ...(settings.taskExternalId ? [text('MSI_External_Id__c', 255, { externalId: true, unique: true, label: 'External ID' })] : []),
    text('mktosales_call_outcome__c', 50, { label: 'Call Outcomes' }),
    text('mktosales_call_reason__c', 50, { label: 'Call Reasons' }),
    text('MSE_Call_Local_Presence_ID__c', 255, { label: 'Marketo Sales Call Local Presence ID' }),
    url('MSE_Call_Recording__c', { label: 'Marketo Sales Call Recording URL' }),
    text('MSE_Campaign__c', 255, { label: 'Marketo Sales Campaign' }),
    text('MSE_Current_Campaign_Step__c', 255, { label: 'Marketo Sales Campaign Current Step' }),
    url('MSE_Campaign_Details_Link__c', { label: 'Marketo Sales Campaign URL' }),
    checkbox('MSE_Presentation_Viewed__c', { label: 'Marketo Sales Email Attachment Viewed' }),
    checkbox('MSE_Clicked__c', { label: 'Marketo Sales Email Clicked' }),
    checkbox('MSE_Replied__c', { label: 'Marketo Sales Email Replied' }),
    text('MSE_Email_Status__c', 255, { label: 'Marketo Sales Email Status' }),
    text('MSE_Template__c', 255, { label: 'Marketo Sales Email Template' }),
    url('MSE_Template_Details__c', { label: 'Marketo Sales Email Template URL' }),
    url('MSE_Details__c', { label: 'Marketo Sales Email URL' }),
    checkbox('MSE_Viewed__c', { label: 'Marketo Sales Email Viewed' }),
  ];
}

export function emailMessageDefinition(): ObjectDefinition {
  return {
    name: 'EmailMessage',
    label: 'Email Message',
    labelPlural: 'Email Messages',
    keyPrefix: '02s',
    createable: true,
    updateable: true,
    deletable: true,
    nameField: 'Subject',
    fields: [
      ...systemFields(),
      reference('ActivityId', ['Task'], 'Activity', createOnly),
      reference('RelatedToId', ['Account', 'Opportunity', 'Lead', 'Contact'], 'RelatedTo', createOnly),
      text('Subject', 3000, createOnly),
      textarea('TextBody', 131_072, createOnly),
      textarea('HtmlBody', 131_072, createOnly),
      textarea('Headers', 32_000, createOnly),
      text('FromName', 1000, createOnly),
      text('FromAddress', 1000, createOnly),
      text('ToAddress', 4000, createOnly),
      text('CcAddress', 4000, createOnly),
      text('BccAddress', 4000, createOnly),
      checkbox('Incoming', createOnly),
      picklist('Status', ['0', '1', '2', '3', '4', '5'], { ...createOnly, ...required, restrictedPicklist: true, defaultFirst: true }),
      datetime('MessageDate', createOnly),
      text('MessageIdentifier', 765, createOnly),
      text('ThreadIdentifier', 765, createOnly),
      reference('ReplyToEmailMessageId', ['EmailMessage'], 'ReplyToEmailMessage', createOnly),
      checkbox('IsClientManaged', createOnly),
      checkbox('IsExternallyVisible'),
    ],
  };
}

export function taskStatusDefinition(): ObjectDefinition {
  return {
    name: 'TaskStatus',
    label: 'Task Status Value',
    labelPlural: 'Task Status Values',
    keyPrefix: '01E',
    createable: false,
    updateable: false,
    deletable: false,
    nameField: 'MasterLabel',
    fields: [
      ...systemFields(),
      text('MasterLabel', 255, readOnly),
      text('ApiName', 255, readOnly),
      int('SortOrder', readOnly),
      checkbox('IsClosed', readOnly),
      checkbox('IsDefault', readOnly),
    ],
  };
}
