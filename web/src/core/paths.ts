/** Addresses within the page. Ids hold slashes, which stay; other signs are encoded. */
export const pathOf = (id: string): string => `/id/${id.split('/').map(encodeURIComponent).join('/')}`
export const graphPath = (focus: string): string => `/graph?focus=${encodeURIComponent(focus)}`
export const matrixPath = (upper: string): string => `/matrix?upper=${encodeURIComponent(upper)}`
