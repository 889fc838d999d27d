import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canDoWithout, slotForUpload } from './certificate-slots.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000);
}

interface Facts {
  uploaded?: number;
  used?: number | null;
  expired?: boolean;
}
function certificate(id: string, { uploaded = 10, used = null, expired = false }: Facts = {}) {
  return {
    id,
    uploadedAt: daysAgo(uploaded),
    lastUsedAt: used === null ? null : daysAgo(used),
    notAfter: daysAgo(expired ? 1 : -100),
  };
}
function leaves(...active: ReturnType<typeof certificate>[]) {
  const slot = slotForUpload(active, NOW);
  return slot === null || slot === 'free' ? slot : slot.id;
}

describe('The two slots of an org', () => {
  test('A free one is taken, and nothing leaves', () => {
    assert.deepEqual([leaves(), leaves(certificate('one', { used: 0 }))], ['free', 'free']);
  });

  test('An expired certificate leaves first, then the oldest that has signed nothing', () => {
    assert.equal(leaves(certificate('unused'), certificate('expired', { used: 2, expired: true })), 'expired');
    assert.equal(leaves(certificate('younger', { uploaded: 1 }), certificate('older', { uploaded: 5 })), 'older');
    assert.equal(leaves(certificate('used', { uploaded: 300, used: 0 }), certificate('unused', { uploaded: 1 })), 'unused');
  });

  test('What has signed and is valid leaves for no upload, however long it rests', () => {
    assert.equal(leaves(certificate('resting', { used: 200 }), certificate('of the intruder', { used: 0 })), null);
  });

  const can = (one: ReturnType<typeof certificate>, ...rest: ReturnType<typeof certificate>[]) => canDoWithout(one, [one, ...rest], NOW);

  test('The org never does without its only certificate', () => {
    assert.equal(can(certificate('used', { used: 0 })), false);
    assert.equal(can(certificate('unused')), false);
    assert.equal(can(certificate('used', { used: 0 }), certificate('expired', { used: 0, expired: true })), false);
  });

  test('One in use can go only when another has signed in its place', () => {
    assert.equal(can(certificate('used', { used: 0 }), certificate('unused')), false);
    assert.equal(can(certificate('used', { used: 0 }), certificate('long ago', { used: 31 })), false);
    assert.equal(can(certificate('old', { used: 0 }), certificate('new', { used: 0 })), true);
    assert.equal(can(certificate('old', { used: 40 }), certificate('new', { used: 0 })), true);
  });

  test('One that has signed nothing, or has expired, can go while another is valid', () => {
    assert.equal(can(certificate('unused'), certificate('used', { used: 90 })), true);
    assert.equal(can(certificate('expired', { used: 5, expired: true }), certificate('new')), true);
  });
});
