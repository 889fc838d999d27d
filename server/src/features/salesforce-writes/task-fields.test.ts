import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TaskDescription } from '../../providers/salesforce/index.ts';
import type { ClaimedWrite } from './write-repository.ts';
import { taskFields } from './task-fields.ts';

const CONTACT = '003000000000001AAA';
const LEAD = '00Q000000000001EAA';
const DEAL = '006000000000001AAA';
const FIELDS = ['OwnerId', 'WhoId', 'WhatId', 'Status', 'ActivityDate', 'Subject', 'Description', 'Type', 'Priority'];
const TASK: TaskDescription = {
  createableFields: new Set(FIELDS),
  externalIdField: null,
  closedStatus: 'Erledigt',
  openStatus: 'Offen',
  priorities: [],
  types: ['Email'],
};

function fieldsOf(change: Partial<ClaimedWrite>, task = TASK, footer = '') {
  const write: ClaimedWrite = {
    id: 'w',
    object: 'Task',
    mode: 'create',
    key: 'evt_1',
    personId: CONTACT,
    recordId: DEAL,
    recordObject: 'Opportunity',
    happenedAt: new Date('2026-03-05T23:30:00Z'),
    fields: { Subject: 'Email: Hello', Description: 'Hi' },
    attempts: 1,
    salesforceUserId: '005000000000002AAA',
    timeZone: 'Asia/Tokyo',
    parent: null,
    hasOwnRecord: true,
    ...change,
  };
  return taskFields(write, write, task, footer);
}

describe('A Task', () => {
  test('is the rep’s, completed in the org’s own word, on the day that the rep had (SF-11)', () => {
    const { OwnerId, Status, ActivityDate, WhoId, WhatId } = fieldsOf({});
    assert.deepEqual([OwnerId, Status, ActivityDate, WhoId, WhatId], ['005000000000002AAA', 'Erledigt', '2026-03-06', CONTACT, DEAL]);
  });

  test('keeps what its fields say of status and day', () => {
    const { Status, ActivityDate } = fieldsOf({ fields: { Subject: 'x', Status: 'Not Started', ActivityDate: '2026-04-01' } });
    assert.deepEqual([Status, ActivityDate], ['Not Started', '2026-04-01']);
  });

  test('is to do in the org’s own word when the fields say that it is not closed, and may have no day', () => {
    const open = { Subject: 'x', IsClosed: false, ActivityDate: null };
    const { Status, ActivityDate } = fieldsOf({ fields: open });
    assert.deepEqual([Status, ActivityDate], ['Offen', null]);
    assert.equal('Status' in fieldsOf({ fields: open }, { ...TASK, openStatus: null }), false);
  });

  test('has a subject of one line and at most 255 characters (SF-14)', () => {
    const subject = (Subject: string) => fieldsOf({ fields: { Subject } })['Subject'];
    assert.equal(subject('Email: Hello\r\n there'), 'Email: Hello there');
    assert.equal(String(subject(`Email: ${'x'.repeat(500)}`)).length, 255);
    assert.equal(subject(`Email: ${'x'.repeat(247)}🚀`), `Email: ${'x'.repeat(247)}`);
  });

  test('has a description of at most 32,000 characters, its reference included', () => {
    const description = String(fieldsOf({ fields: { Subject: 'x', Description: 'y'.repeat(40_000) } }, TASK, '[ref:evt_1]')['Description']);
    assert.equal(description.length, 32_000);
    assert.ok(description.endsWith('y[ref:evt_1]'));
  });

  test('is about the person alone when that is a Lead', () => {
    assert.equal('WhatId' in fieldsOf({ personId: LEAD }), false);
  });

  test('has a type only where the picklist holds exactly that (SF-12), and no field that the rep may not set (SF-15)', () => {
    assert.equal('Type' in fieldsOf({ fields: { Subject: 'x', Type: 'Reply' } }), false);
    assert.equal(fieldsOf({ fields: { Subject: 'x', Type: 'Email' } })['Type'], 'Email');
    assert.equal('MSE_Replied__c' in fieldsOf({ fields: { Subject: 'x', MSE_Replied__c: true } }), false);
  });
});
