/** The form in which texts are compared by "contains": one line a field, lower case. */
export function searchText(fields: readonly (string | null)[]): string {
  return fields
    .filter((field) => field !== null)
    .join('\n')
    .toLowerCase()
}
