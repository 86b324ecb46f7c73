/**
 * The vocabularies of exported RDF: ELI (http://data.europa.eu/eli/ontology), schema.org Legislation, SKOS, and our own words for
 * what none of them says: roles of responsibilities, targets, spans, correspondences. Standing in the file, it needs no network.
 */
export const OWN_VOCABULARY = 'urn:x-zhengmai:vocabulary#'
const DATE = 'http://www.w3.org/2001/XMLSchema#date'

const LINKS = [
  'eli:applies',
  'eli:based_on',
  'eli:cites',
  'eli:repeals',
  'eli:passed_by',
  'eli:jurisdiction',
  'eli:type_document',
  'eli:is_part_of',
  'eli:is_about',
  'eli:responsibility_of_agent',
  'schema:parentOrganization',
  'schema:areaServed',
  'schema:containedInPlace',
  'skos:broader',
  'zm:agency',
  'zm:target',
  'zm:cited',
  'zm:lead',
  'zm:first',
  'zm:second',
] as const
const DATES = [
  'eli:date_document',
  'eli:date_publication',
  'eli:first_date_entry_in_force',
  'eli:date_no_longer_in_force',
  'schema:legislationDate',
  'zm:printedOn',
  'zm:deadline',
] as const
/** The documents' own words. */
const CHINESE = [
  'eli:title',
  'schema:name',
  'schema:legalName',
  'schema:alternateName',
  'schema:text',
  'skos:prefLabel',
  'skos:altLabel',
  'zm:heading',
  'zm:metric',
  'zm:condition',
  'zm:printed',
  'zm:cue',
  'zm:reason',
] as const

export const CONTEXT = {
  eli: 'http://data.europa.eu/eli/ontology#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  zm: OWN_VOCABULARY,
  ...Object.fromEntries(LINKS.map((term) => [term, { '@type': '@id' }])),
  ...Object.fromEntries(DATES.map((term) => [term, { '@type': DATE }])),
  ...Object.fromEntries(CHINESE.map((term) => [term, { '@language': 'zh' }])),
} as const
