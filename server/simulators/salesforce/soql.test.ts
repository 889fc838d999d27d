import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { DANA, FORTY_SEATS, startRig, type Rig } from './test-rig.ts';

describe('SOQL', () => {
  let rig: Rig;
  let salesforce: Connection;
  before(async () => {
    rig = await startRig();
    salesforce = await rig.connect();
    const subjects = ["It's 100%", 'back\\slash', 'under_score', 'underXscore', 'line\nbreak', 'plain'];
    for (const [index, Subject] of subjects.entries()) {
      await salesforce
        .sobject('Task')
        .create({ Subject, WhoId: DANA, ActivityDate: `2026-0${index + 1}-15`, ...(index === 5 ? { Priority: 'High' } : {}) });
    }
  });
  after(() => rig.simulator.close());

  const subjects = async (where: string) =>
    (await salesforce.query(`SELECT Subject FROM Task WHERE ${where} ORDER BY ActivityDate`)).records.map((record) =>
      String(record['Subject']),
    );
  const refused = (soql: string, code: string, words: RegExp) =>
    assert.rejects(Promise.resolve(salesforce.query(soql)), (error: { errorCode: string; message: string }) => {
      assert.equal(error.errorCode, code);
      assert.match(error.message, words);
      return true;
    });

  test('escapes in strings mean what they say', async () => {
    assert.deepEqual(await subjects("Subject = 'It\\'s 100%'"), ["It's 100%"]);
    assert.deepEqual(await subjects("Subject = 'back\\\\slash'"), ['back\\slash']);
    assert.deepEqual(await subjects("Subject = 'line\\nbreak'"), ['line\nbreak']);
    assert.deepEqual(await subjects("Subject LIKE 'under_score'"), ['under_score', 'underXscore']);
    assert.deepEqual(await subjects("Subject LIKE 'under\\_score'"), ['under_score']);
    assert.deepEqual(await subjects("Subject LIKE '%100\\%'"), ["It's 100%"]);
    await refused("SELECT Id FROM Task WHERE Subject = '\\q'", 'MALFORMED_QUERY', /Illegal character sequence '\\q'/);
  });

  test('a trailing backslash eats the quote, so an unescaped value cannot pass unnoticed', async () => {
    await refused("SELECT Id FROM Task WHERE Subject = 'x\\'", 'MALFORMED_QUERY', /mismatched character '<EOF>'/);
    assert.deepEqual(await subjects("Subject = 'x\\' OR Subject != '"), []);
  });

  test('text is compared without case, ids in both lengths', async () => {
    assert.deepEqual(await subjects("subject = 'PLAIN'"), ['plain']);
    assert.equal((await salesforce.query("SELECT Id FROM Lead WHERE Id = '00Q000000000001'")).totalSize, 1);
    await refused("SELECT Id FROM Lead WHERE Id = 'nobody'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field/);
  });

  test('AND, OR, NOT, IN, null, dates and parentheses work together', async () => {
    assert.deepEqual(await subjects("(Priority = 'High' OR Subject LIKE 'back%') AND NOT Subject = 'plain'"), ['back\\slash']);
    assert.deepEqual(await subjects('ActivityDate >= 2026-03-01 AND ActivityDate < 2026-05-01 AND WhatId = null'), [
      'under_score',
      'underXscore',
    ]);
    assert.deepEqual(await subjects("Subject IN ('plain', 'x') AND CreatedDate > 2020-01-01T00:00:00Z AND IsClosed = false"), ['plain']);
    assert.deepEqual((await subjects("Subject NOT IN ('plain') AND Who.Email = 'dana@globex.example'")).length, 5);
    assert.deepEqual(
      await subjects("CreatedDate = TODAY AND WhoId IN (SELECT Id FROM Lead WHERE Company = 'Globex') AND Priority = 'High'"),
      ['plain'],
    );
  });

  test('parents come nested, missing parents as null', async () => {
    const roles = await salesforce.query(
      'SELECT ContactId, Contact.Email, Contact.Account.Name, Role, IsPrimary ' +
        `FROM OpportunityContactRole WHERE OpportunityId = '${FORTY_SEATS}' AND IsDeleted = false ORDER BY IsPrimary DESC`,
    );
    const [omar] = roles.records as unknown as {
      Contact: { Email: string; Account: { Name: string }; attributes: { type: string } };
      Role: string;
    }[];
    assert.deepEqual(
      [omar?.Role, omar?.Contact.Email, omar?.Contact.Account.Name, omar?.Contact.attributes.type],
      ['Decision Maker', 'omar@globex.example', 'Globex', 'Contact'],
    );
    const { records } = await salesforce.query(
      "SELECT Who.Name, Who.Type, What.Name, Owner.Name, Account.Name FROM Task WHERE Subject = 'plain'",
    );
    const [task] = records as unknown as Record<string, Record<string, string> | null>[];
    assert.deepEqual(
      [task?.['Who']?.['Name'], task?.['Who']?.['Type'], task?.['Owner']?.['Name']],
      ['Dana Whitfield', 'Lead', 'Rae Ortiz'],
    );
    assert.deepEqual([task?.['What'], task?.['Account']], [null, null]);
  });

  test('COUNT, LIMIT, OFFSET and pages add up', async () => {
    assert.equal((await salesforce.query('SELECT COUNT() FROM Task')).totalSize, 6);
    const page = await salesforce.query('SELECT Subject FROM Task ORDER BY Subject ASC NULLS LAST LIMIT 2 OFFSET 1');
    assert.equal(page.records.length, 2);
    for (let batch = 0; batch < 2; batch += 1) {
      const made = await salesforce.sobject('Task').create(Array.from({ length: 150 }, () => ({ Subject: 'many' })));
      assert.ok(made.every(({ success }) => success));
    }
    const headers = { 'Sforce-Query-Options': 'batchSize=200' };
    const first = await salesforce.query("SELECT Id FROM Task WHERE Subject = 'many'", { headers });
    assert.deepEqual([first.totalSize, first.records.length, first.done], [300, 200, false]);
    const rest = await salesforce.queryMore(first.nextRecordsUrl ?? '');
    assert.deepEqual([rest.records.length, rest.done], [100, true]);
  });

  test('mistakes are refused in Salesforce’s words', async () => {
    await refused('SELECT FROM Lead', 'MALFORMED_QUERY', /ERROR at Row:1:Column:\d+[\s\S]*unexpected token/);
    await refused("SELECT Id FROM Lead WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", 'MALFORMED_QUERY', /unexpected token: 'OR'/);
    await refused('SELECT Id FROM Lead WHERE Name = Dana', 'MALFORMED_QUERY', /unexpected token: 'Dana'/);
    await refused('SELECT Nonsense FROM Lead', 'INVALID_FIELD', /No such column 'Nonsense' on entity 'Lead'/);
    await refused('SELECT Boss.Name FROM Lead', 'INVALID_FIELD', /Didn't understand relationship 'Boss'/);
    await refused('SELECT Id FROM Nonsense', 'INVALID_TYPE', /sObject type 'Nonsense' is not supported/);
    await refused("SELECT Id FROM Task WHERE Description LIKE '%x%'", 'INVALID_FIELD', /can not be filtered/);
    await refused("SELECT Id FROM Task WHERE IsClosed = 'true'", 'INVALID_FIELD', /should not be enclosed in quotes/);
    await refused('SELECT Id FROM Task WHERE Subject = 5', 'INVALID_FIELD', /should be enclosed in quotes/);
    await refused('SELECT COUNT(Id) FROM Task', 'MALFORMED_QUERY', /simulator does not know/);
  });
});
