import assert from 'node:assert/strict';
import { BlockList, isIPv6 } from 'node:net';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../test-support/properties.ts';
import { isPublicAddress, isThisMachine, networkOf } from './networks.ts';

/** The registries of special addresses that are not reachable from everywhere (RFC 6890), and multicast. */
const PRIVATE_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Those of IPv6, and everything that leads to an IPv4 address by way of another machine. */
const PRIVATE_IPV6 = [
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

function bits(length: number): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: 0n, max: (1n << BigInt(length)) - 1n });
}

function ipv4Text(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
}

function groupsOf(value: bigint): string[] {
  return [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((value >> shift) & 0xffffn).toString(16));
}

function ipv6Text(value: bigint): string {
  return groupsOf(value).join(':');
}

function numberOf(address: string): bigint {
  if (!isIPv6(address)) return address.split('.').reduce((sum, octet) => (sum << 8n) + BigInt(octet), 0n);
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}

/** Any address of a network, written with all its digits. */
function within(network: string): fc.Arbitrary<string> {
  const [address = '', length] = network.split('/');
  const isLong = isIPv6(address);
  return bits((isLong ? 128 : 32) - Number(length)).map((rest) => (isLong ? ipv6Text : ipv4Text)(numberOf(address) + rest));
}

/** One IPv6 address in the ways that RFC 4291 2.2 allows: shortened or not, with zeros before, in capitals, its end as an IPv4 address. */
function spellings(value: bigint): string[] {
  const groups = groupsOf(value);
  const short = new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
  const end = ipv4Text(value & 0xffffffffn);
  const withEnd = [`${groups.slice(0, 6).join(':')}:${end}`];
  if (value >> 32n === 0n) withEnd.push(`::${end}`);
  if (value >> 32n === 0xffffn) withEnd.push(`::ffff:${end}`);
  return [short, groups.map((group) => group.padStart(4, '0')).join(':'), short.toUpperCase(), `${short}%eth0.1`, ...withEnd];
}

describe('An address that a mail server may have', () => {
  test('is never one of a private or special network', async () => {
    for (const network of [...PRIVATE_IPV4, ...PRIVATE_IPV6])
      await holds(
        fc.property(within(network), (address) => {
          assert.equal(isPublicAddress(address), false);
        }),
      );
  });

  test('may be any other: of IPv4 outside the private networks, of IPv6 what the registries have given out', async () => {
    for (const address of ['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e'])
      assert.equal(isPublicAddress(address), true, address);
    const reserved = new BlockList();
    for (const network of [...PRIVATE_IPV4, '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.175.48.0/24']) {
      const [address = '', length] = network.split('/');
      reserved.addSubnet(address, Number(length));
    }
    await holds(
      fc.property(fc.ipV4(), (address) => {
        assert.equal(isPublicAddress(address), !reserved.check(address));
      }),
      { runs: 1_000 },
    );
    await holds(
      fc.property(bits(128), (value) => {
        if (value >> 125n !== 1n) assert.equal(isPublicAddress(ipv6Text(value)), false);
      }),
    );
  });

  test('is judged alike as IPv4 and mapped into IPv6, and however it is written', async () => {
    await holds(
      fc.property(fc.oneof(fc.ipV4(), ...PRIVATE_IPV4.map(within)), (address) => {
        for (const mapped of spellings((0xffffn << 32n) + numberOf(address))) {
          assert.equal(isPublicAddress(mapped), isPublicAddress(address), mapped);
          assert.equal(isThisMachine(mapped), isThisMachine(address), mapped);
          assert.equal(networkOf(mapped), networkOf(address), mapped);
        }
      }),
    );
    await holds(
      fc.property(
        fc.oneof(
          bits(128),
          bits(32),
          bits(125).map((rest) => (1n << 125n) + rest),
        ),
        (value) => {
          const plain = ipv6Text(value);
          for (const spelling of spellings(value)) {
            assert.equal(isPublicAddress(spelling), isPublicAddress(plain), spelling);
            assert.equal(networkOf(spelling), networkOf(plain), spelling);
          }
        },
      ),
    );
  });

  test('is an address in the usual form: names, numbers and octal digits are none', () => {
    for (const text of ['', 'localhost', 'mail.example', '8.8', '134744072', '0x08080808', '010.8.8.8', '8.8.8.8 ', '8.8.8.8/32', '::g'])
      assert.equal(isPublicAddress(text), false, text);
  });
});

describe('This machine', () => {
  test('is what loops back, and nothing else', async () => {
    await holds(
      fc.property(within('127.0.0.0/8'), (address) => {
        assert.equal(isThisMachine(address), true);
      }),
    );
    assert.equal(isThisMachine('::1'), true);
    for (const address of ['10.0.0.1', '::', '::2', '::127.0.0.1', 'fe80::1', '128.0.0.1', 'localhost', ''])
      assert.equal(isThisMachine(address), false, address);
  });
});

describe('One place in the network', () => {
  test('is one IPv4 address or one IPv6 network of 64 bits', async () => {
    assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
    assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7');
    for (const same of ['2001:db8::1', '2001:DB8:0:0:ffff::', '2001:0db8:0:0:1:2:3:4', '2001:db8::%eth0'])
      assert.equal(networkOf(same), '2001:db8:0:0::/64', same);
    assert.equal(networkOf('::1'), '0:0:0:0::/64');
    await holds(
      fc.property(bits(61), bits(61), bits(64), bits(64), (left, right, one, other) => {
        const of = (network: bigint, host: bigint) => networkOf(ipv6Text((1n << 125n) + (network << 64n) + host));
        assert.equal(of(left, one), of(left, other));
        assert.equal(of(left, one) === of(right, one), left === right);
      }),
    );
  });

  test('is whatever was said when it is no address', () => {
    assert.equal(networkOf('unknown'), 'unknown');
  });
});
