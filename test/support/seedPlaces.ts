import { readFileSync } from 'node:fs'
import { type AgencyTable, readAgencyTable } from '../../ingest/link/agencyTable.ts'
import { readDivisions, readZones } from '../../src/text/divisions.ts'
import { createGazetteer, type Gazetteer } from '../../src/text/gazetteer.ts'

/** The parsed content of a file in `seeds/`. */
export function readSeed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'))
}

/** The gazetteer over the committed divisions and zones. */
export function seedGazetteer(): Gazetteer {
  const divisions = readDivisions(readSeed('divisions.json'))
  const zones = readZones(readSeed('zones.json'), divisions.places)
  return createGazetteer(
    [...divisions.places, ...zones.places],
    [...divisions.formerNames, ...zones.formerNames],
  )
}

export function seedAgencyTable(): AgencyTable {
  return readAgencyTable(readSeed('agencies.json'))
}
