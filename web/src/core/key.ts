/** The API key of who may change data: kept for the tab only, never in the address and never in permanent storage. */
const STORED = 'zhengmai.key'

export function readKey(): string | null {
  return sessionStorage.getItem(STORED)
}

export function keepKey(key: string): void {
  if (key === '') sessionStorage.removeItem(STORED)
  else sessionStorage.setItem(STORED, key)
}
