import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../../test-support/app.ts';
import { createTestCertificate, type TestOrg } from '../../../test-support/org.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };

describe('When a certificate was last used', () => {
  let service: TestApp;
  let acme: TestOrg;
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
    await acme.addUser(RAE);
  });
  after(() => service.close());

  const lastUses = async (): Promise<(Date | null)[]> =>
    (
      await service.database.ownerPool.query<{ at: Date | null }>(
        'select last_used_at as at from org_certificates where org_id = $1 order by created_at, id',
        [ACME],
      )
    ).rows.map(({ at }) => at);
  const signIn = async (options?: Parameters<TestOrg['panelToken']>[1]): Promise<number> => {
    const authorization = `PanelToken ${await acme.panelToken(RAE, options)}`;
    return (await service.app.inject({ method: 'POST', url: '/v1/sessions', headers: { authorization } })).statusCode;
  };

  test('is kept with the first token, and written again only an hour later', async () => {
    assert.deepEqual(await lastUses(), [null]);
    assert.equal(await signIn({ certificate: await createTestCertificate() }), 401);
    assert.deepEqual(await lastUses(), [null], 'a token of somebody else is no use');

    assert.equal(await signIn(), 200);
    const [first] = await lastUses();
    assert.ok(first);
    assert.equal(await signIn(), 200);
    assert.deepEqual(await lastUses(), [first]);

    service.clock.advance(3_600_000);
    assert.equal(await signIn(), 200);
    const [later] = await lastUses();
    assert.ok(later && later.getTime() - first.getTime() >= 3_600_000);
  });

  test('is kept for the certificate that signed, and not for the other one', async () => {
    const second = await createTestCertificate();
    await service.database.ownerPool.query(
      `insert into org_certificates (org_id, certificate_pem, fingerprint_sha256, not_before, not_after, created_at)
       values ($1, $2, 'second', now() - interval '1 day', now() + interval '1 day', now())`,
      [ACME, second.pem],
    );
    const [before] = await lastUses();
    assert.equal(await signIn({ certificate: second }), 200);
    const [unchanged, used] = await lastUses();
    assert.deepEqual(unchanged, before);
    assert.ok(used);
  });

  test('is kept with the next token for a certificate that was uploaded anew', async () => {
    await service.database.ownerPool.query('update org_certificates set last_used_at = null where org_id = $1', [ACME]);
    assert.equal(await signIn(), 200);
    assert.deepEqual(
      (await lastUses()).map((at) => at !== null),
      [true, false],
    );
  });
});
