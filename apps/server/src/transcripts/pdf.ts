import PDFDocument from 'pdfkit'
import type { Transcript } from './queries/lines.ts'
import { momentOf } from './text.ts'

const ink = '#162126'
const muted = '#4a565c'
const line = '#dedcd4'
const margin = 56

/** The conversation as a tagged PDF of A4 pages, each with its number and whose it is. */
export async function pdfOf(it: Transcript): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 16, left: margin, right: margin },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: `${it.ref} ${it.summary}`, Author: it.companyName, Creator: 'Deskhand' },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const say = (tag: 'H1' | 'P', write: () => void) => {
    whole.add(pdf.struct(tag, {}, write))
  }
  say('H1', () => pdf.font('Helvetica-Bold').fontSize(17).fillColor(ink).text(`${it.ref}  ${it.summary}`))
  const about = `${it.deskName}, ${it.companyName}. Asked by ${it.requesterName} on ${momentOf(it.zone, it.createdAt)} (${it.zone}).`
  say('P', () => pdf.font('Helvetica').fontSize(9.5).fillColor(muted).text(about).moveDown(1))
  if (it.description) {
    const { description } = it
    say('P', () => pdf.font('Helvetica').fontSize(11).fillColor(ink).text(description).moveDown(1))
  }
  for (const { at, author, role, text, files, isChange } of it.entries) {
    const when = momentOf(it.zone, at)
    if (isChange) {
      say('P', () =>
        pdf.font('Helvetica').fontSize(9.5).fillColor(muted).text(`${when}  ${text}`).moveDown(0.7),
      )
      continue
    }
    say('P', () => {
      pdf.font('Helvetica-Bold').fontSize(10.5).fillColor(ink).text(author, { continued: true })
      pdf
        .font('Helvetica')
        .fontSize(9.5)
        .fillColor(muted)
        .text(`  ${role ? `${role}  ` : ''}${when}`)
      pdf.fontSize(11).fillColor(ink).text(text)
      if (files.length > 0) pdf.fontSize(9.5).fillColor(muted).text(files.join(', '))
      pdf.moveDown(0.8)
    })
  }
  whole.end()
  number(pdf, it)
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

function number(pdf: PDFKit.PDFDocument, { ref, zone }: Transcript): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    const y = pdf.page.height - margin
    // Below the margin nothing may flow on to a page of its own.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf
      .moveTo(margin, y)
      .lineTo(pdf.page.width - margin, y)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke()
    const words = `${ref}  ·  ${momentOf(zone, new Date())}  ·  ${page - start + 1} of ${count}`
    pdf
      .font('Helvetica')
      .fontSize(8.5)
      .fillColor(muted)
      .text(words, margin, y + 8, { lineBreak: false })
    pdf.endMarkedContent()
  }
}
