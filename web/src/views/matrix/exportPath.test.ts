import { expect, it } from 'vitest'
import { exportPath } from './exportPath.ts'

it('asks for what is shown', () => {
  const path = exportPath('csv', 'cn/1/济政/2024/1', { lower: ['cn/2', 'cn/3'], minScore: 0.5 }, 'en')
  const url = new URL(path, 'http://127.0.0.1')
  expect(url.pathname).toBe('/export/implementation.csv')
  expect(url.searchParams.get('upper')).toBe('cn/1/济政/2024/1')
  expect(url.searchParams.getAll('lower')).toEqual(['cn/2', 'cn/3'])
  expect(url.searchParams.get('minScore')).toBe('0.5')
  expect(url.searchParams.get('lang')).toBe('en')
})

it('leaves the choice of columns to the service where none are chosen', () => {
  expect(exportPath('xlsx', 'cn/1', { lower: null, minScore: null }, 'zh')).toBe(
    '/export/implementation.xlsx?upper=cn%2F1&lang=zh',
  )
})
