import { describe, expect, it } from 'vitest'
import { type HostRules, isHostAllowed, isOriginAllowed } from './hosts.ts'

const LOCAL: HostRules = { isLoopback: true, allowed: [], isChecked: true }
const NAMED: HostRules = { isLoopback: true, allowed: ['policy.example'], isChecked: true }
const OPEN: HostRules = { isLoopback: false, allowed: [], isChecked: false }
const CHECKED: HostRules = { isLoopback: false, allowed: ['policy.example'], isChecked: true }

describe('isHostAllowed', () => {
  it.each<[string, HostRules, string | null, boolean]>([
    ['this machine', LOCAL, '127.0.0.1:4000', true],
    ['this machine by name', LOCAL, 'LocalHost', true],
    ['this machine, IPv6', LOCAL, '[::1]:4000', true],
    ['another name', LOCAL, 'evil.example', false],
    ['a name that begins well', LOCAL, 'localhost.evil.example', false],
    ['another address', LOCAL, '10.0.0.5', false],
    ['no name', LOCAL, null, false],
    ['an empty name', LOCAL, '', false],
    ['nonsense', LOCAL, 'localhost/..', false],
    ['a listed name', NAMED, 'Policy.Example:8443', true],
    ['a name below a listed one', NAMED, 'x.policy.example', false],
    ['all names', { ...LOCAL, allowed: ['*'] }, 'any.example', true],
    ['any name where keys protect', OPEN, 'any.example', true],
    ['a listed name beyond loopback', CHECKED, 'policy.example', true],
    ['another name beyond loopback', CHECKED, 'evil.example', false],
    ['an address beyond loopback', CHECKED, '192.168.1.4:4000', true],
    ['an IPv6 address beyond loopback', CHECKED, '[fd00::4]:4000', true],
  ])('%s', (_what, rules, host, expected) => expect(isHostAllowed(host, rules)).toBe(expected))
})

describe('isOriginAllowed', () => {
  it.each<[string, string | null, string | null, boolean]>([
    ['a program', null, '127.0.0.1:4000', true],
    ['our own page', 'http://127.0.0.1:4000', '127.0.0.1:4000', true],
    ['our own page through TLS', 'https://zm.example', 'zm.example', true],
    ['our own page, other case', 'http://localhost:4000', 'LOCALHOST:4000', true],
    ['another port', 'http://127.0.0.1:5173', '127.0.0.1:4000', false],
    ['another site', 'https://evil.example', '127.0.0.1:4000', false],
    ['a listed name', 'https://policy.example:8443', '127.0.0.1:4000', true],
    ['no origin', 'null', '127.0.0.1:4000', false],
    ['an extension', 'chrome-extension://abc', '127.0.0.1:4000', false],
    ['nothing to compare with', 'http://127.0.0.1', null, false],
  ])('%s', (_what, origin, host, expected) => expect(isOriginAllowed(origin, host, NAMED)).toBe(expected))
})
