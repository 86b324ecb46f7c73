import { describe, expect, it } from 'vitest'
import { addressOf, countedAddress, readProxies } from './addresses.ts'

const proxies = readProxies(['10.0.0.0/8', '::1', '192.0.2.7', 'fd00::/8'])

describe('readProxies', () => {
  it.each([
    ['10.1.2.3', true],
    ['::ffff:10.1.2.3', true],
    ['11.0.0.1', false],
    ['192.0.2.7', true],
    ['192.0.2.8', false],
    ['::1', true],
    ['fd12::9', true],
    ['fe80::1', false],
    ['evil.example', false],
    ['', false],
  ])('trusts %s: %s', (address, expected) => expect(proxies.isTrusted(address)).toBe(expected))

  it.each(['proxy', '10.0.0.0/33', '10.0.0.0/x', '::/129'])('refuses %s', (range) => {
    expect(() => readProxies([range])).toThrow('应为 IP 地址或网段')
  })
})

describe('addressOf', () => {
  const ask = (peer: string | null, headers: Record<string, string>) =>
    addressOf({ peer, headers: new Headers(headers), url: 'http://zm.local:4000/graphql' }, proxies)

  it.each<[string, string | null, Record<string, string>, object]>([
    ['a client', '203.0.113.9', {}, { address: '203.0.113.9', host: 'zm.local:4000', protocol: 'http' }],
    ['no connection', null, { 'x-forwarded-for': '1.2.3.4' }, { address: null }],
    [
      'a client that plays proxy',
      '203.0.113.9',
      { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      { address: '203.0.113.9', host: 'zm.local:4000', protocol: 'http' },
    ],
    [
      'a trusted proxy',
      '10.0.0.1',
      {
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'policy.example',
        'x-forwarded-proto': 'https',
      },
      { address: '203.0.113.9', host: 'policy.example', protocol: 'https' },
    ],
    ['two proxies', '10.0.0.1', { 'x-forwarded-for': '203.0.113.9, 10.0.0.2' }, { address: '203.0.113.9' }],
    [
      'a stop that the client made up',
      '10.0.0.1',
      { 'x-forwarded-for': '10.9.9.9, 198.51.100.1, 203.0.113.9' },
      { address: '203.0.113.9' },
    ],
    ['a port', '10.0.0.1', { 'x-forwarded-for': '203.0.113.9:5555' }, { address: '203.0.113.9' }],
    ['IPv6 with a port', '10.0.0.1', { 'x-forwarded-for': '[2001:db8::1]:80' }, { address: '2001:db8::1' }],
    ['no address', '10.0.0.1', { 'x-forwarded-for': 'unknown' }, { address: '10.0.0.1' }],
    ['only proxies', '10.0.0.1', { 'x-forwarded-for': '10.0.0.2' }, { address: '10.0.0.1' }],
    ['another protocol', '10.0.0.1', { 'x-forwarded-proto': 'gopher' }, { protocol: 'http' }],
    ['mapped', '::ffff:203.0.113.9', {}, { address: '203.0.113.9' }],
  ])('%s', (_what, peer, headers, expected) => {
    expect(ask(peer, headers)).toMatchObject(expected)
  })
})

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['local', 'local'],
])('counts %s as %s', (address, expected) => expect(countedAddress(address)).toBe(expected))
