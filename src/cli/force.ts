/** The option of commands that may bring a database of others into use. */
export const FORCE = [
  '--force',
  'Neo4j 数据库里有别的数据时仍然使用 use a Neo4j database that holds other data too',
] as const
