import { createHash } from 'node:crypto'
import type { Disposal, Money } from '@deskhand/contract'
import PDFDocument from 'pdfkit'
import { wipeSentence } from './rules.ts'
import { words } from './words.ts'

const ink = '#162126'
const muted = '#4a565c'
const margin = 56

type Receipt = { fileName: string; mimeType: string; bytes: Buffer }
type Paper = { disposal: Disposal; companyName: string; zone: string; receipt: Receipt | null }

/** A batch as a tagged PDF of A4 pages: each thing, how it was wiped, what it was worth, who did what; the receipt within. */
export async function pdfOf({ disposal: it, companyName, zone, receipt }: Paper): Promise<Buffer> {
  const momentOf = (text: string) =>
    `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(text))} (${zone})`
  const title = `${words.titles[it.outcome]}, no. ${it.number}`
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
  const say = (tag: 'H1' | 'H2' | 'P', font: string, size: number, colour: string, text: string) =>
    whole.add(
      pdf.struct(tag, {}, () => {
        pdf.font(font).fontSize(size).fillColor(colour).text(text).moveDown(0.4)
      }),
    )
  const heading = (text: string) => say('H2', 'Helvetica-Bold', 12, ink, text)
  const line = (text: string) => say('P', 'Helvetica', 10.5, ink, text)
  const aside = (text: string) => say('P', 'Helvetica', 9, muted, text)

  say('H1', 'Helvetica-Bold', 17, ink, title)
  aside(
    `${companyName}. ${it.name}.${it.state === 'COMPLETED' ? '' : ` Not completed: ${it.state.toLowerCase()}.`}`,
  )
  if (it.partner) line(`${it.outcome === 'RETURNED_TO_LESSOR' ? 'Lessor' : 'Taken by'}: ${it.partner}`)
  heading(`Things: ${it.things.length}`)
  for (const thing of it.things) {
    line(
      [`${thing.name}: ${thing.assetTag}`, thing.serialNumber && `serial number ${thing.serialNumber}`]
        .filter(Boolean)
        .join(', '),
    )
    const facts = [
      thing.wipe && `Data: ${wipeSentence(thing.wipe)}`,
      thing.bookValue && `Book value: ${moneyOf(thing.bookValue)}`,
    ].filter(Boolean)
    if (facts.length > 0) aside(facts.join('. '))
  }
  const totals = totalsOf(it)
  if (totals.length > 0) line(`Out of the books: ${totals.map(moneyOf).join(', ')}`)
  heading('Who')
  const steps = [
    ['Made', { by: it.createdBy, at: it.createdAt }],
    ['Approved', it.approved],
    ['Handed over', it.handedOver],
    ['Completed', it.completed],
  ] as const
  for (const [word, step] of steps)
    if (step) line(`${word} by ${step.by?.name ?? companyName} on ${momentOf(step.at)}`)
  if (receipt) {
    const hash = createHash('sha256').update(receipt.bytes).digest('hex')
    heading('Receipt')
    line(`${receipt.fileName}, attached to this document.`)
    aside(`SHA-256 of the receipt: ${hash}.`)
    pdf.file(receipt.bytes, { name: receipt.fileName, type: receipt.mimeType })
  } else if (it.receipt) {
    heading('Receipt')
    line(it.receipt.fileName)
  }
  const told = {
    number: it.number,
    name: it.name,
    outcome: it.outcome,
    things: it.things,
    completed: it.completed,
  }
  aside(
    `SHA-256 of what stands here: ${createHash('sha256').update(JSON.stringify(told)).digest('hex')}. Number of this document: ${it.id}.`,
  )
  whole.end()
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

function totalsOf({ things }: Disposal): Money[] {
  const sums = new Map<string, bigint>()
  for (const { bookValue } of things)
    if (bookValue)
      sums.set(bookValue.currency, (sums.get(bookValue.currency) ?? 0n) + BigInt(bookValue.amount))
  return [...sums].map(([currency, amount]) => ({ amount: String(amount), currency }))
}

function moneyOf({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(Number(amount) / 10 ** digits)
}
