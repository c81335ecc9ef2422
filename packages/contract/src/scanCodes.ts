/**
 * What a scanner or a camera read, as the tag or serial number that it means: labels carry the address of the thing
 * (`https://desk.example/a/LT-00231`), older ones the tag alone.
 */
export function scanned(code: string): string {
  const text = code.trim()
  const [, inAddress] = text.match(/^https?:\/\/[^/]+\/(?:.*\/)?(?:a|x|assets)\/([^/?#]+)/i) ?? []
  if (inAddress === undefined) return text
  try {
    return decodeURIComponent(inAddress)
  } catch {
    return inAddress
  }
}
