import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findPackage } from './packageRoot.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'zhengmai-root-')))
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'))
  mkdirSync(join(root, 'dist', 'build-1', 'src', 'app'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const urlIn = (...path: string[]) => pathToFileURL(join(root, ...path)).href

it('finds the installed package from its build', () => {
  expect(findPackage(urlIn('dist', 'build-1', 'src', 'app', 'main.js'))).toMatchObject({
    root,
    checkout: null,
  })
})

it('knows a checkout by its sources', () => {
  mkdirSync(join(root, 'src'))
  expect(findPackage(urlIn('dist', 'build-1', 'src', 'app', 'main.js'))).toMatchObject({
    root,
    checkout: root,
  })
})

it('passes by the package.json of others', () => {
  writeFileSync(join(root, 'dist', 'package.json'), '{"name":"other"}')
  expect(findPackage(urlIn('dist', 'main.js')).root).toBe(root)
})
