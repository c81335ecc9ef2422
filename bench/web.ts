/** Builds the web app if it is not what its sources say; `npm start` would do it otherwise, in the time that is measured. */
export async function prepareWeb(): Promise<void> {
  // Plain JavaScript without types, since it runs before anything is installed.
  const { prepare }: { prepare: (what: { web: boolean }) => Promise<string> } = await import(
    new URL('../tools/prepare.mjs', import.meta.url).href
  )
  await prepare({ web: true })
}
