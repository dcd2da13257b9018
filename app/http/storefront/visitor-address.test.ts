import { expect, test } from 'vitest';

import { visitorNetwork } from './visitor-address.ts';

test('what a visitor writes in front of their address is not believed', () => {
  expect(visitorNetwork('1.1.1.1, 203.0.113.7, 10.0.0.1', 1)).toBe('203.0.113.7');
  expect(visitorNetwork('1.1.1.1,2.2.2.2,203.0.113.7', 0)).toBe('203.0.113.7');
  expect(visitorNetwork('1.1.1.1, 203.0.113.7, 10.0.0.1, 10.0.0.2', 2)).toBe('203.0.113.7');
});

test('a shorter list than the proxies would make ends at its first entry', () => {
  expect(visitorNetwork('203.0.113.7', 1)).toBe('203.0.113.7');
  expect(visitorNetwork('203.0.113.7, 10.0.0.1', 3)).toBe('203.0.113.7');
});

test('all addresses of one IPv6 household are one network', () => {
  const home = visitorNetwork('2001:db8:1:2:aaaa::1', 0);
  expect(visitorNetwork('2001:0DB8:0001:0002::ffff', 0)).toBe(home);
  expect(visitorNetwork('[2001:db8:1:2::7]:4711', 0)).toBe(home);
  expect(visitorNetwork('2001:db8:1:3::1', 0)).not.toBe(home);
  expect(visitorNetwork('2001:db8::1', 0)).toBe(visitorNetwork('2001:db8:0:0:5::', 0));
});

test('an IPv4 address is one however it is written', () => {
  expect(visitorNetwork('::ffff:203.0.113.7', 0)).toBe('203.0.113.7');
  expect(visitorNetwork('203.0.113.7:4711', 0)).toBe('203.0.113.7');
  for (const mapped of [
    '::ffff:cb00:7107',
    '0:0:0:0:0:FFFF:CB00:7107',
    '[::ffff:cb00:7107]:4711',
    '0:0:0:0:0:ffff:203.0.113.7',
  ]) {
    expect(visitorNetwork(mapped, 0)).toBe('203.0.113.7');
  }
  expect(visitorNetwork('::1:ffff:cb00:7107', 0)).not.toBe('203.0.113.7');
});

test.each([null, '', 'unknown', '999.1.1.1', '203.0.113.7, ', '\u0000'])(
  '%j names nobody',
  (header) => {
    expect(visitorNetwork(header, 0)).toBe('unknown');
  },
);
