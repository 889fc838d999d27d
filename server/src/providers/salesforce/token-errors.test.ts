import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tokenError } from './token-errors.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
function answer(status: number, body: object | string, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return tokenError({ status, headers: new Headers(headers), body: text, bytes: Buffer.from(text) }, NOW);
}

/** C.2: only what Salesforce documents as permanent ends a connection. */
describe('What Salesforce’s token endpoint says of a grant', () => {
  for (const [error, description, kind, reason] of [
    ['invalid_grant', 'expired access/refresh token', 'reconnect_required', 'revoked'],
    ['invalid_grant', 'token revoked', 'reconnect_required', 'revoked'],
    ['invalid_grant', 'expired authorization code', 'reconnect_required', 'revoked'],
    ['invalid_grant', 'authentication failure', 'reconnect_required', 'unknown'],
    ['invalid_grant', 'inactive user', 'reconnect_required', 'admin_blocked'],
    ['invalid_grant', 'inactive organization', 'reconnect_required', 'admin_blocked'],
    ['inactive_user', '', 'reconnect_required', 'admin_blocked'],
    ['inactive_org', '', 'reconnect_required', 'admin_blocked'],
    ['something_new', 'nobody knows', 'transient', undefined],
    ['invalid_grant', 'ip restricted', 'admin_action', undefined],
    ['invalid_grant', "user hasn't approved this consumer", 'admin_action', undefined],
    ['OAUTH_APP_BLOCKED', '', 'admin_action', undefined],
    ['OAUTH_APPROVAL_ERROR_GENERIC', '', 'admin_action', undefined],
    ['invalid_client', 'invalid client credentials', 'admin_action', undefined],
    ['invalid_client_id', 'client identifier invalid', 'admin_action', undefined],
    ['redirect_uri_mismatch', '', 'invalid', undefined],
    ['unsupported_grant_type', '', 'invalid', undefined],
    ['invalid_scope', '', 'invalid', undefined],
    ['rate_limit_exceeded', 'login rate exceeded', 'rate_limited', undefined],
  ] as const)
    test(`${error}${description && ` (${description})`} is ${kind}${reason ? `, ${reason}` : ''}`, () => {
      const failure = answer(400, { error, error_description: description });
      const code = description === 'inactive user' ? 'inactive_user' : error;
      assert.deepEqual([failure.kind, failure.reason, failure.vendorCode], [kind, reason, code]);
    });

  test('a failure of Salesforce itself passes', () => {
    for (const status of [500, 502, 503]) assert.equal(answer(status, { error: 'invalid_grant' }).kind, 'transient');
    assert.equal(answer(503, '<html>down</html>').kind, 'transient');
  });

  for (const status of [301, 302, 307, 400, 401, 403, 404, 407, 408])
    test(`a page of a proxy or of maintenance with status ${String(status)} ends no connection, and the operator is told`, () => {
      for (const body of ['<html>Moved, blocked or down</html>', '', '{}', '[]']) {
        const failure = answer(status, body);
        assert.deepEqual([failure.kind, failure.isUnexpected, failure.vendorCode], ['transient', true, `HTTP_${String(status)}`]);
      }
    });

  test('what Salesforce documents is nothing to alarm anybody about', () => {
    assert.equal(answer(400, { error: 'invalid_grant', error_description: 'token revoked' }).isUnexpected, false);
    assert.equal(answer(503, '<html>down</html>').isUnexpected, false);
  });

  test('a rate limit says until when', () => {
    const { kind, retryAt } = answer(429, {}, { 'retry-after': '30' });
    assert.deepEqual([kind, retryAt?.getTime()], ['rate_limited', NOW.getTime() + 30_000]);
  });
});
