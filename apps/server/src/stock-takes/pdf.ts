import PDFDocument from 'pdfkit'
import type { Report } from './queries/reportOf.ts'
import { words } from './words.ts'

const ink = '#162126'
const muted = '#4a565c'
const margin = 56
/** Longer lists are in the file that comes along; a reader wants the page. */
const shown = 500

type Signed = { publicKey: string; fingerprint: string; signature: string; document: string }

/**
 * The report as tagged A4 pages. What was signed comes along as an attachment, to the byte, with the signature and the
 * public key, so that whoever has the file can check it.
 */
export async function pdfOf(report: Report, signed: Signed): Promise<Buffer> {
  const { stockTake: it, company, places, corrections, unknownCodes } = report
  const momentOf = (text: string) =>
    `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: company.zone }).format(new Date(text))} (${company.zone})`
  const title = `Stock-take: ${it.name}`
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Author: company.name, Creator: 'Deskhand' },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const say = (tag: 'H1' | 'H2' | 'P', write: () => void) => {
    whole.add(pdf.struct(tag, {}, write))
  }
  const heading = (text: string) =>
    say('H2', () =>
      pdf.moveDown(0.4).font('Helvetica-Bold').fontSize(12).fillColor(ink).text(text).moveDown(0.3),
    )
  const line = (text: string) =>
    say('P', () => pdf.font('Helvetica').fontSize(10.5).fillColor(ink).text(text).moveDown(0.2))
  const aside = (text: string) =>
    say('P', () => pdf.font('Helvetica').fontSize(9).fillColor(muted).text(text).moveDown(0.4))

  say('H1', () => pdf.font('Helvetica-Bold').fontSize(17).fillColor(ink).text(title).moveDown(0.3))
  aside(
    `${company.name}. Begun on ${it.startedAt ? momentOf(it.startedAt) : 'an unknown day'}, completed by ${it.completedBy.name} on ${momentOf(it.completedAt)}.`,
  )
  heading('What was counted')
  line(scopeOf(it))
  for (const fact of factsOf(it)) line(fact)
  heading('Places')
  for (const { path, expected, counted } of places.slice(0, shown))
    line(`${path.join(' / ') || 'With people, or at no place'}: ${counted} of ${expected ?? 0}`)
  heading(`Corrections (${corrections.length})`)
  if (corrections.length === 0) line('The register was right; nothing was corrected.')
  for (const { assetTag, name, kind, fromPlace, toPlace, reason, condition } of corrections.slice(0, shown))
    line(
      [
        `${assetTag}, ${name}: ${words.corrections[kind].toLowerCase()}`,
        fromPlace && `from ${fromPlace}`,
        toPlace && `to ${toPlace}`,
        condition && `condition ${condition.toLowerCase()}`,
        reason,
      ]
        .filter(Boolean)
        .join(', '),
    )
  if (corrections.length > shown) aside(`And ${corrections.length - shown} more in the attached file.`)
  if (unknownCodes.length > 0) {
    heading('Codes that nothing has')
    line(unknownCodes.slice(0, shown).join(', '))
  }
  heading('Signature')
  line(`Signed by ${company.name} with Ed25519.`)
  aside(`Fingerprint of the key (SHA-256): ${signed.fingerprint}`)
  aside(`Signature: ${signed.signature}`)
  aside('The attached report.json is what was signed, to the byte; signature.bin and key.pem check it.')
  pdf.file(Buffer.from(signed.document, 'utf8'), { name: 'report.json', type: 'application/json' })
  pdf.file(Buffer.from(signed.signature, 'base64'), {
    name: 'signature.bin',
    type: 'application/octet-stream',
  })
  pdf.file(Buffer.from(signed.publicKey, 'utf8'), { name: 'key.pem', type: 'application/x-pem-file' })
  whole.end()
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function scopeOf({ locations, departments, categories }: Report['stockTake']): string {
  const where = [...locations.map(({ name }) => name), ...departments.map((name) => `people of ${name}`)]
  const what = categories.map(({ name }) => name)
  return `${what.length > 0 ? what.join(', ') : 'All things'}; ${where.length > 0 ? where.join(', ') : 'everywhere'}.`
}

function factsOf({ counts, accuracy, sample, isBlind }: Report['stockTake']): string[] {
  const { found, selfConfirmed, missing, unexpected, expected } = counts
  return [
    `${expected} expected: ${found} found, ${selfConfirmed} confirmed by who has them, ${missing} missing. ${unexpected} not expected.`,
    ...(isBlind ? ['Counted blind: whoever counted did not know what was expected.'] : []),
    ...(accuracy && sample
      ? [
          `A random sample of ${accuracy.counted} of ${accuracy.population}. The register is right in ${percent(accuracy.share)}; with a confidence of ${accuracy.confidence} % between ${percent(accuracy.low)} and ${percent(accuracy.high)} of all are right (exact hypergeometric bounds).`,
        ]
      : accuracy
        ? [`The register was right in ${percent(accuracy.share)}.`]
        : []),
  ]
}
