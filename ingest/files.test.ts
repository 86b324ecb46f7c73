import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expandPaths, readInputFile } from './files.ts'
import { READ_LIMITS } from './read/reader.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengmai-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Makes empty files; a name that ends in `/` makes a folder. */
async function make(...names: string[]): Promise<void> {
  for (const name of names) {
    const path = join(folder, name)
    await mkdir(name.endsWith('/') ? path : dirname(path), { recursive: true })
    if (!name.endsWith('/')) await writeFile(path, name)
  }
}

async function expand(...paths: string[]) {
  const { files, problems, leftOut } = await expandPaths(paths, folder)
  return {
    files: files.map((file) => file.path),
    problems: problems.map(({ path, error }) => `${path} ${error.code}`),
    leftOut: leftOut.map(({ path, reason }) => `${path} ${reason}`),
  }
}

describe('expandPaths', () => {
  it('walks a folder, naming what it leaves out', async () => {
    await make('in/b.txt', 'in/a.TXT', 'in/x.bin', 'in/.hidden.txt', 'in/sub/c.txt', 'in/.git/config')
    expect(await expand('in')).toEqual({
      files: ['in/a.TXT', 'in/b.txt', 'in/sub/c.txt'],
      problems: [],
      leftOut: ['in/.git 隐藏文件', 'in/.hidden.txt 隐藏文件', 'in/x.bin 不支持的文件类型'],
    })
  })

  it('takes a file that is named whatever its type', async () => {
    await make('x.bin')
    expect((await expand('x.bin')).files).toEqual(['x.bin'])
  })

  it('takes a file once, however it is named', async () => {
    await make('a.txt')
    await symlink('a.txt', join(folder, 'link.txt'))
    expect(await expand('a.txt', './a.txt', 'link.txt', '*.txt')).toEqual({
      files: ['a.txt'],
      problems: [],
      leftOut: [
        'a.txt 重复给出，只读一次',
        'link.txt 与 a.txt 是同一个文件，只读一次',
        'a.txt 重复给出，只读一次',
        'link.txt 与 a.txt 是同一个文件，只读一次',
      ],
    })
  })

  it('ends on a loop of links', async () => {
    await make('in/sub/a.txt')
    await symlink('..', join(folder, 'in/sub/up'))
    await symlink('self', join(folder, 'in/self'))
    expect(await expand('in', 'in/self')).toEqual({
      files: ['in/sub/a.txt'],
      problems: ['in/self FILE_UNREADABLE'],
      leftOut: ['in/self 链接没有目标', 'in/sub/up 链接指向已读过的文件夹'],
    })
  })

  it.each([
    ['*.txt', ['a.txt']],
    ['*/*.txt', ['d/b.txt']],
    ['**/*.txt', ['a.txt', 'd/b.txt', 'd/e/c.txt']],
    ['d/**', ['d/b.txt', 'd/e/c.txt']],
    ['?.t*', ['a.txt']],
  ])('expands %s', async (pattern, expected) => {
    await make('a.txt', 'd/b.txt', 'd/e/c.txt', '.h/d.txt', 'd/.e.txt')
    expect((await expand(pattern)).files).toEqual(expected)
  })

  it('prefers an existing name over a pattern', async () => {
    await make('a?.txt', 'ab.txt')
    expect((await expand('a?.txt')).files).toEqual(['a?.txt'])
  })

  it('goes on after paths that give nothing', async () => {
    await make('a.txt', 'empty/')
    expect(await expand('none.txt', 'empty', 'none*.txt', 'a.txt/b', 'a.txt')).toEqual({
      files: ['a.txt'],
      problems: [
        'none.txt FILE_NOT_FOUND',
        'empty FILE_NOT_FOUND',
        'none*.txt FILE_NOT_FOUND',
        'a.txt/b FILE_NOT_FOUND',
      ],
      leftOut: [],
    })
  })
})

describe('readInputFile', () => {
  it('gives the base name and the bytes', async () => {
    await make('d/a.txt')
    const { files } = await expandPaths(['d/a.txt'], folder)
    const file = await readInputFile(files[0]!)
    expect([file.name, Buffer.from(file.bytes).toString()]).toEqual(['a.txt', 'd/a.txt'])
  })

  it('refuses a file above the limit without reading it', async () => {
    await make('big.txt')
    // sparse: takes no space, and reading it whole would give 50 MB of zeros
    await truncate(join(folder, 'big.txt'), 50 * 1024 * 1024)
    const { files } = await expandPaths(['big.txt'], folder)
    await expect(readInputFile(files[0]!)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: '文件过大（50 MB，上限 16 MB）：big.txt',
    })
  })

  it('takes a file of exactly the limit', async () => {
    await make('a.txt')
    await truncate(join(folder, 'a.txt'), READ_LIMITS.textBytes)
    const { files } = await expandPaths(['a.txt'], folder)
    expect((await readInputFile(files[0]!)).bytes.byteLength).toBe(READ_LIMITS.textBytes)
  })

  it('tells a file that vanished, and one without permission', async () => {
    await make('gone.txt', 'locked.txt')
    const { files } = await expandPaths(['gone.txt', 'locked.txt'], folder)
    await rm(join(folder, 'gone.txt'))
    await chmod(join(folder, 'locked.txt'), 0)
    await expect(readInputFile(files[0]!)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    // root reads everything: the integration test runs the program as another user
    if (process.getuid?.() !== 0) {
      await expect(readInputFile(files[1]!)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    }
  })
})
