import { join, posix, win32 } from 'node:path'

/** What the default folders depend on; handed in, so that nothing here reads the process. */
export interface Surroundings {
  /** `process.platform`. */
  readonly platform: string
  readonly home: string
  /** Folder of the source checkout that the program runs from; null when installed as a package. */
  readonly checkout: string | null
  /** Relative paths in settings are meant from here. */
  readonly workingDir: string
  /** Whether keys were made for the service of this data folder; none where not given. */
  readonly hasKeys?: (dataDir: string) => boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** The folder for the user's data of this program, by the custom of the platform (XDG Base Directory 0.8 on Unix). */
export function userDataDir(env: Environment, { platform, home }: Surroundings): string {
  if (platform === 'win32')
    return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'zhengmai')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'zhengmai')
  return posix.join(absolute(env['XDG_DATA_HOME']) ?? posix.join(home, '.local', 'share'), 'zhengmai')
}

/** The folder for what can be had again, here the model. */
export function userCacheDir(env: Environment, { platform, home }: Surroundings): string {
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'zhengmai', 'cache')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'zhengmai')
  return posix.join(absolute(env['XDG_CACHE_HOME']) ?? posix.join(home, '.cache'), 'zhengmai')
}

/** `.zhengmai` of the checkout, else the user's data folder; never the working directory. */
export function defaultDataDir(env: Environment, surroundings: Surroundings): string {
  return surroundings.checkout === null
    ? userDataDir(env, surroundings)
    : join(surroundings.checkout, '.zhengmai')
}

export function defaultModelDir(env: Environment, surroundings: Surroundings): string {
  const cache = userCacheDir(env, surroundings)
  return surroundings.platform === 'win32' ? win32.join(cache, 'models') : posix.join(cache, 'models')
}

/** XDG: a relative path in these variables is invalid and is ignored. */
function absolute(path: string | undefined): string | null {
  return path !== undefined && posix.isAbsolute(path) ? path : null
}
