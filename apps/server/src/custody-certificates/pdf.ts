import type { AssetEvent } from '@deskhand/contract'
import PDFDocument from 'pdfkit'
import { words } from './words.ts'

const ink = '#162126'
const muted = '#4a565c'
const margin = 56

type Made = {
  file: string
  said: { thing: string; issuedAt: string; about: string; keysAt: string }
  events: readonly Pick<AssetEvent, 'at' | 'words' | 'names' | 'changes'>[]
  keyId: string
  tag: string
  zone: string
  company: string
}

/** The certificate for people, as a tagged PDF of A4 pages, with the file that was signed inside it. */
export async function pdfOf({ file, said, events, keyId, tag, zone, company }: Made): Promise<Buffer> {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const momentOf = (text: string) => `${format.format(new Date(text))} (${zone})`
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: words.title(tag), Author: company, Creator: 'Deskhand' },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const say = (
    tagName: 'H1' | 'H2' | 'P',
    size: number,
    text: string,
    look: { bold?: boolean; quiet?: boolean } = {},
  ) =>
    whole.add(
      pdf.struct(tagName, {}, () => {
        pdf
          .font(look.bold ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(size)
          .fillColor(look.quiet ? muted : ink)
          .text(text)
          .moveDown(0.4)
      }),
    )
  pdf.file(Buffer.from(file), {
    name: 'custody-certificate.json',
    type: 'application/json',
    description: words.title(tag),
    creationDate: new Date(said.issuedAt),
    modifiedDate: new Date(said.issuedAt),
  })
  say('H1', 17, words.title(tag), { bold: true })
  say('P', 10.5, words.issued(momentOf(said.issuedAt), company))
  say('P', 10.5, `${said.thing}: ${said.about}.`)
  say('H2', 12, words.happened, { bold: true })
  for (const event of events) say('P', 10, `${momentOf(event.at)}: ${event.words}${holderOf(event)}.`)
  say('H2', 12, words.check, { bold: true })
  say('P', 10, words.how)
  say('P', 9, words.key(keyId, said.keysAt), { quiet: true })
  whole.end()
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

/** Who or what had it afterwards, where that changed. */
function holderOf({ changes, names }: Made['events'][number]): string {
  for (const field of ['personId', 'parentAssetId', 'locationId']) {
    const id = changes[field]?.[1]
    if (typeof id === 'string' && names[id]) return ` (${names[id]})`
  }
  return ''
}
