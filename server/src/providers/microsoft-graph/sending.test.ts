import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { deleteMessage } from '../../../simulators/microsoft/mailbox.ts';
import type { OutgoingMessage } from '../mailbox.ts';
import { failureOf, hooks, message, NOOR, startGraphRig, type GraphRig } from '../../../test-support/graph-rig.ts';

function following(originalId: string | null): OutgoingMessage {
  const { mime, ...first } = message();
  const raw = mime.toString().replaceAll('msi-1', 'msi-2');
  return {
    ...first,
    mime: Buffer.from(`In-Reply-To: <msi-1@msi.example>\r\nReferences: <msi-1@msi.example>\r\n${raw}`),
    messageId: '<msi-2@msi.example>',
    thread: { threadId: null, originalId },
  };
}

describe('Sending through Outlook', () => {
  let rig: GraphRig;
  before(async () => {
    rig = await startGraphRig({ timeoutMs: 700 });
  });
  beforeEach(() => rig.microsoft.reset());
  after(() => rig.microsoft.close());

  test('sends exactly the draft whose id was kept before, and tells the ids that it really carries', async () => {
    await rig.order('/sim/settings', { rewriteMessageId: true });
    const grant = await rig.connect();
    const prepared = hooks(grant);
    const sent = await rig.outlook.send(grant.accessToken, message(), prepared);
    assert.deepEqual(prepared.prepared, [sent.providerMessageId]);
    assert.ok(sent.sentMessageId && sent.sentMessageId !== message().messageId);
    assert.equal((await rig.mail()).length, 1);
  });

  test('sends nothing when the draft id could not be kept', async () => {
    const grant = await rig.connect();
    await assert.rejects(
      rig.outlook.send(grant.accessToken, message(), { ...hooks(grant), onPrepared: () => Promise.reject(new Error('database gone')) }),
    );
    assert.equal(rig.requestsTo(/\/send$/), 0);
    assert.deepEqual(await rig.mail(), []);
  });

  test('a message that follows another stands in its conversation, also where the headers of a draft do not lead there', async () => {
    await rig.order('/sim/settings', { joinsDraftsByHeaders: false });
    const grant = await rig.connect();
    const first = await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    const prepared = hooks(grant);
    const second = await rig.outlook.send(grant.accessToken, following(first.providerMessageId), prepared);
    assert.deepEqual([second.providerThreadId, prepared.prepared], [first.providerThreadId, [second.providerMessageId]]);
    assert.match((await rig.mail())[0] ?? '', /^In-Reply-To: <msi-1@msi\.example>\r$/m);
    assert.match((await rig.mail())[0] ?? '', /^Message-ID: <msi-2@msi\.example>\r$/m);
  });

  test('a message leaves by its headers when what it follows was deleted, and with Mail.Send alone', async () => {
    const grant = await rig.connect();
    const { providerMessageId } = await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    const mailbox = rig.microsoft.state.mailboxes[NOOR]!;
    for (const gone of [...mailbox.messages]) deleteMessage(mailbox, gone);
    await rig.outlook.send(grant.accessToken, following(providerMessageId), hooks(grant));
    const narrow = await rig.connect('send');
    await rig.outlook.send(narrow.accessToken, following(providerMessageId), hooks(narrow));
    const sent = await rig.mail();
    assert.deepEqual([sent.length, sent.every((raw) => raw.includes('In-Reply-To: <msi-1@msi.example>'))], [2, true]);
  });

  for (const [name, action] of [
    ['a cut socket', { kind: 'cut' }],
    ['silence', { kind: 'delay', ms: 1_500 }],
    ['a 504', { kind: 'status', status: 504, body: 'late' }],
  ] as const) {
    test(`never sends twice by itself: after ${name} the outcome is uncertain, and can be found out`, async () => {
      const grant = await rig.connect();
      await rig.spoil('/v1.0/me/messages/.+/send', action, 'after');
      const prepared = hooks(grant);
      assert.equal((await failureOf(rig.outlook.send(grant.accessToken, message(), prepared))).kind, 'uncertain');
      assert.equal(rig.requestsTo(/\/send$/), 1);
      assert.equal((await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(prepared.prepared[0]!))).answer, 'sent');
    });
  }

  test('a draft proves nothing before five minutes are over; then it can be sent again, as the same draft', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/faults', { match: { path: '/v1.0/me/messages/.+/send' }, effect: 'before', action: { kind: 'cut' } });
    const prepared = hooks(grant);
    assert.equal((await failureOf(rig.outlook.send(grant.accessToken, message(), prepared))).kind, 'uncertain');
    const draftId = prepared.prepared[0]!;
    const early = await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(draftId, 4));
    assert.ok(early.answer === 'unknown' && early.lookAgainAt && early.lookAgainAt > rig.clock.now());
    assert.deepEqual(await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(draftId)), { answer: 'not_sent' });
    const second = hooks(grant, draftId);
    const sent = await rig.outlook.send(grant.accessToken, message(), second);
    assert.deepEqual([sent.providerMessageId, second.prepared], [draftId, []]);
    assert.equal((await rig.mail()).length, 1);
  });

  test('does not send a draft that has left already', async () => {
    const grant = await rig.connect();
    const first = await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    const again = await rig.outlook.send(grant.accessToken, message(), hooks(grant, first.providerMessageId!));
    assert.equal(again.providerMessageId, first.providerMessageId);
    assert.equal((await rig.mail()).length, 1);
  });

  test('a draft that has disappeared leaves the outcome open, for a person to settle', async () => {
    const grant = await rig.connect();
    assert.equal((await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant, 'gone')))).kind, 'uncertain');
    assert.deepEqual(await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf('gone')), {
      answer: 'unknown',
      reason: 'not_settled',
      lookAgainAt: null,
    });
    assert.deepEqual(await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(null)), { answer: 'not_sent' });
  });

  test('has sent a message also when it cannot be read back', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/faults', {
      match: { method: 'GET', path: '/v1.0/me/messages' },
      times: -1,
      action: { kind: 'status', status: 503, body: 'down' },
    });
    const sent = await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    assert.ok(sent.providerMessageId);
    assert.equal(sent.sentMessageId, null);
  });

  test('waits as long as Microsoft asks, to the fraction of a second', async () => {
    const grant = await rig.connect();
    await rig.spoil('/v1.0/me/messages', {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '2.5' },
      body: { error: { code: 'ApplicationThrottled', message: 'slow down' } },
    });
    const failure = await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant)));
    assert.equal(failure.kind, 'rate_limited');
    const wait = (failure.retryAt?.getTime() ?? 0) - rig.clock.now().getTime();
    assert.ok(wait > 0 && wait <= 2_500);
  });

  for (const [status, code, kind, trouble] of [
    [401, 'InvalidAuthenticationToken', 'auth_expired'],
    [403, 'ErrorAccessDenied', 'admin_action', 'doubtful'],
    [403, 'SomethingNew', 'admin_action', 'doubtful'],
    [403, 'ErrorSendAsDenied', 'permission'],
    [403, 'ErrorMessageSubmissionBlocked', 'admin_action', 'suspended'],
    [403, 'ErrorAccountSuspend', 'admin_action', 'suspended'],
    [404, 'MailboxNotEnabledForRESTAPI', 'admin_action', 'closed'],
    [503, 'ErrorMailboxMoveInProgress', 'admin_action', 'moving'],
    [400, 'ErrorInvalidRecipients', 'invalid'],
    [507, 'ErrorQuotaExceeded', 'admin_action', 'full'],
    [400, 'ErrorSubmissionQuotaExceeded', 'rate_limited'],
    [403, 'ErrorExceededMessageLimit', 'rate_limited'],
    [503, 'ApplicationThrottled', 'rate_limited'],
    [503, 'ServiceUnavailable', 'uncertain'],
  ] as const) {
    const outcome = trouble ? `${kind}, the mailbox ${trouble}` : kind;
    test(`a send that Microsoft refuses as ${code} (${String(status)}) is ${outcome}`, async () => {
      const grant = await rig.connect();
      await rig.spoil('/v1.0/me/messages/.+/send', { kind: 'status', status, body: { error: { code, message: 'no' } } });
      const failure = await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant)));
      assert.deepEqual([failure.kind, failure.trouble], [kind, trouble]);
    });
  }

  for (const [status, code, trouble] of [
    [403, 'ErrorAccessDenied', 'doubtful'],
    [404, 'ResourceNotFound', 'doubtful'],
    [507, 'ErrorQuotaExceeded', 'full'],
  ] as const) {
    test(`a draft that cannot be made (${code}) is a matter of the mailbox, and nothing has left`, async () => {
      const grant = await rig.connect();
      await rig.spoil('/v1.0/me/messages$', { kind: 'status', status, body: { error: { code, message: 'no' } } });
      const failure = await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant)));
      assert.deepEqual([failure.kind, failure.trouble], ['admin_action', trouble]);
    });
  }

  test('names the recipient that Microsoft cannot resolve', async () => {
    const grant = await rig.connect();
    const words = "At least one recipient isn't valid., Recipient 'omar@globex' isn't resolved. All recipients must be resolved.";
    await rig.spoil('/v1.0/me/messages/.+/send', {
      kind: 'status',
      status: 400,
      body: { error: { code: 'ErrorInvalidRecipients', message: words } },
    });
    const failure = await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant)));
    assert.deepEqual(failure.refusedRecipients, ['omar@globex']);
  });

  test('a probe is answered by a mailbox that is there, and tells what is the matter with one that is not', async () => {
    const { accessToken } = await rig.connect();
    await rig.outlook.probe(accessToken);
    await rig.spoil('/v1.0/me/mailFolders', { kind: 'status', status: 404, body: { error: { code: 'MailboxNotEnabledForRESTAPI' } } });
    assert.equal((await failureOf(rig.outlook.probe(accessToken))).trouble, 'closed');
  });

  test('leaves in one shot with the permission to send alone, and then nobody can find out what became of it', async () => {
    const grant = await rig.connect('send');
    const sent = await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    assert.deepEqual(sent, { providerMessageId: null, providerThreadId: null, sentMessageId: null });
    assert.equal((await rig.mail()).length, 1);
    await rig.spoil('/v1.0/me/sendMail', { kind: 'cut' }, 'after');
    assert.equal((await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant)))).kind, 'uncertain');
    assert.deepEqual(await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(null)), {
      answer: 'unknown',
      reason: 'no_read_scope',
      lookAgainAt: null,
    });
  });

  test('is never finished in one shot when an earlier attempt has made a draft', async () => {
    const grant = await rig.connect('send');
    assert.equal((await failureOf(rig.outlook.send(grant.accessToken, message(), hooks(grant, 'a draft')))).kind, 'uncertain');
    assert.equal(rig.requestsTo(/sendMail/), 0);
  });

  test('leaves no second draft behind when the answer to the first one was lost', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/faults', { match: { method: 'POST', path: '/v1.0/me/messages$' }, effect: 'after', action: { kind: 'cut' } });
    await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    assert.equal(rig.requestsTo(/^POST .*messages$/), 1);
    assert.equal((await rig.mail()).length, 1);
    assert.equal(rig.microsoft.state.mailboxes[NOOR]?.messages.filter(({ folder }) => folder === 'drafts').length, 0);
  });

  test('is not known under its id while the sent copy is on its way: that proves nothing, and later it is found', async () => {
    await rig.order('/sim/settings', { sentCopyLagMs: 10_000, hidesItemsOnTheirWay: true });
    const grant = await rig.connect();
    const prepared = hooks(grant);
    const sent = await rig.outlook.send(grant.accessToken, message(), prepared);
    assert.equal(sent.providerMessageId, prepared.prepared[0]);
    const draftId = prepared.prepared[0] ?? '';
    const early = await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(draftId, 1));
    assert.ok(early.answer === 'unknown' && early.lookAgainAt);
    rig.microsoft.clock.offsetMs = 11_000;
    assert.equal((await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(draftId, 1))).answer, 'sent');
  });

  test('does not take the Message-ID of a draft that is on its way for the one it will carry', async () => {
    await rig.order('/sim/settings', { sentCopyLagMs: 10_000 });
    const grant = await rig.connect();
    const sent = await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    assert.equal(sent.sentMessageId, null);
  });

  test('is found by its Message-ID when the sent copy has another id than the draft had', async () => {
    const grant = await rig.connect();
    await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    const found = await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf('another id'));
    assert.ok(found.answer === 'sent' && found.message.sentMessageId === '<msi-1@msi.example>');
  });
});
