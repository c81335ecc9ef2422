import { type Acceptance, type Strokes, signatureField } from '@deskhand/contract'
import PDFDocument from 'pdfkit'

const ink = '#162126'
const muted = '#4a565c'
const margin = 56

type Signed = { acceptance: Acceptance; strokes: Strokes | null; companyName: string; zone: string }

const conditions = {
  NEW: 'New',
  GOOD: 'Good',
  MARKED: 'With marks',
  DAMAGED: 'Damaged',
  BROKEN: 'Broken',
} as const

/** What was agreed to, as a tagged PDF of A4 pages: the things, the text, the signature, the hash of all of it. */
export async function pdfOf({ acceptance: it, strokes, companyName, zone }: Signed): Promise<Buffer> {
  const momentOf = (text: string) =>
    `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(text))} (${zone})`
  const isReceipt = it.kind === 'RECEIPT'
  const title = `${isReceipt ? 'Given back by' : 'Handed to'} ${it.person.name}`
  const byWhom = it.askedBy?.name ?? companyName
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Author: companyName, Creator: 'Deskhand' },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const say = (tag: 'H1' | 'H2' | 'P' | 'Figure', write: () => void, alt?: string) => {
    whole.add(pdf.struct(tag, alt ? { alt } : {}, write))
  }
  const heading = (text: string) =>
    say('H2', () => pdf.font('Helvetica-Bold').fontSize(12).fillColor(ink).text(text).moveDown(0.4))
  const line = (text: string) =>
    say('P', () => pdf.font('Helvetica').fontSize(10.5).fillColor(ink).text(text).moveDown(0.4))
  const aside = (text: string) =>
    say('P', () => pdf.font('Helvetica').fontSize(9).fillColor(muted).text(text).moveDown(0.6))

  say('H1', () => pdf.font('Helvetica-Bold').fontSize(17).fillColor(ink).text(title).moveDown(0.3))
  aside(`${companyName}. ${isReceipt ? 'Taken back' : 'Asked'} by ${byWhom} on ${momentOf(it.askedAt)}.`)
  heading('What')
  for (const thing of it.things) {
    const facts = [
      thing.assetTag,
      thing.serialNumber && `serial number ${thing.serialNumber}`,
      thing.condition && conditions[thing.condition].toLowerCase(),
      isReceipt && thing.endedAt && `void since ${momentOf(thing.endedAt)}`,
    ]
    line(`${thing.name}: ${facts.filter(Boolean).join(', ')}`)
  }
  if (it.accessories.length > 0) {
    heading(isReceipt ? 'What came back with it' : 'What goes along with it')
    for (const { name, quantity } of it.accessories) line(`${quantity} × ${name}`)
  }
  for (const { category, version, text } of it.policies) {
    heading(`What holds for it: ${category}, version ${version}`)
    line(text)
  }
  if (it.note) {
    heading('Note')
    line(it.note)
  }
  heading(isReceipt ? 'Receipt' : 'Signature')
  line(outcomeOf(it, momentOf))
  if (strokes) say('Figure', () => draw(pdf, strokes), `The drawn signature of ${it.signedAs}`)
  if (it.hash)
    aside(`SHA-256 of the text, the things and who signed: ${it.hash}. Number of this document: ${it.id}.`)
  whole.end()
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

function outcomeOf(it: Acceptance, momentOf: (text: string) => string): string {
  const when = it.decidedAt ? momentOf(it.decidedAt) : ''
  switch (it.state) {
    case 'ACCEPTED': {
      const how = {
        APP: 'signed in to their account',
        LINK: 'by the link that was mailed to them',
        SCREEN: `on the screen of ${it.witness?.name ?? 'the desk'}`,
      }[it.via ?? 'APP']
      return `${it.signedAs}, ${it.isDrawn ? 'by hand' : 'by typing the name'}, ${how}, on ${when}.`
    }
    case 'DECLINED':
      return `Refused on ${when}: ${it.reason}`
    case 'EXPIRED':
      return 'Nobody signed in time.'
    case 'WITHDRAWN':
      return 'It was taken back before anybody signed.'
    case 'RECEIVED':
      return `${it.signedAs} has received these things, on ${when}.`
    case 'VOID':
      return `Void: ${it.signedAs} had received these things on ${when}, and that was undone.`
    case 'PENDING':
      return 'Not signed yet.'
  }
}

function draw(pdf: PDFKit.PDFDocument, strokes: Strokes): void {
  const scale = 240 / signatureField.width
  const top = pdf.y
  for (const [[x, y] = [0, 0], ...rest] of strokes) {
    pdf.moveTo(margin + x * scale, top + y * scale)
    for (const [nextX, nextY] of rest) pdf.lineTo(margin + nextX * scale, top + nextY * scale)
  }
  pdf.lineWidth(1.2).lineJoin('round').lineCap('round').strokeColor(ink).stroke()
  pdf.y = top + signatureField.height * scale + 10
}
