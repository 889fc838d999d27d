import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './network-of.ts';

test('One place in the network is one IPv4 address or one IPv6 network of 64 bits, however it is written', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7');
  for (const same of ['2001:db8::1', '2001:DB8:0:0:ffff::', '2001:0db8:0:0:1:2:3:4', '2001:db8::%eth0'])
    assert.equal(networkOf(same), '2001:db8:0:0::/64', same);
  assert.notEqual(networkOf('2001:db8:0:1::1'), networkOf('2001:db8::1'));
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
});
