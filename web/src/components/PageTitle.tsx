/** What the tab and the history call the view. */
export function PageTitle({ of }: { readonly of: string }) {
  return <title>{`${of} · 政脉`}</title>
}
