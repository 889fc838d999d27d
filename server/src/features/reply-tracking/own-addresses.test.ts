import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestApp } from '../../../test-support/app.ts';
import { inOrg } from '../../platform/postgres.ts';
import { findOwnAddresses } from './repository.ts';

test('A day that an answer names is a day in the zone that the rep has chosen, else in that of Salesforce', async () => {
  const service = await createTestApp();
  const { pool, ownerPool } = service.database;
  const acme = await service.addOrg({ orgId: '00D000000000001EAA' });
  const { id } = await acme.addUser({ salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' });
  const zone = async () => (await inOrg(pool, acme.orgId, (tx) => findOwnAddresses(tx, acme.orgId, id, []))).timeZone;
  await ownerPool.query(`update users set time_zone = 'Europe/London'`);
  assert.equal(await zone(), 'Europe/London');
  await ownerPool.query(`update users set chosen_time_zone = 'Asia/Tokyo'`);
  assert.equal(await zone(), 'Asia/Tokyo');
  await service.close();
});
