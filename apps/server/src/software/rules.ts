/** What stands behind a name and is no part of it: versions, architectures, languages. */
const tails = [
  /\s*[([](?:x86|x64|x86_64|amd64|arm64|ia64|32|64|32[- ]bit|64[- ]bit|(?:x86|x64)[ ,]+[a-z]{2}(?:-[a-z]{2,4})?|[a-z]{2}-[a-z]{2})[)\]]$/i,
  /\s+(?:x86|x64|x86_64|amd64|arm64|32[- ]bit|64[- ]bit)$/i,
  /\s+(?:-\s*)?(?:v|ver\.?|version)?\s*\d+(?:[._]\d+)+(?:[-+~][\w.]+)?$/i,
  /\s+(?:version|ver\.?)\s+\d+$/i,
  /\s*[-–,]\s*$/,
]

/** The name of a title, whatever version of it is reported: `Mozilla Firefox 128.0 (x64 en-US)` is `Mozilla Firefox`. */
export function titleOf(reported: string, version: string): string {
  let name = reported.replace(/\s+/g, ' ').trim()
  for (let before = ''; before !== name; ) {
    before = name
    if (version !== '' && name.length > version.length && name.endsWith(version))
      name =
        name
          .slice(0, -version.length)
          .replace(/[\s(]*v?$/i, '')
          .trim() || before
    for (const tail of tails) name = name.replace(tail, '').trim() || name
  }
  return name
}

/** What is found by it again, in small letters. */
export const keyOf = (title: string): string => title.normalize('NFKC').toLowerCase().slice(0, 200)
