import { type LabelCode, type LabelStock, labelsOn } from '@deskhand/contract'
import PDFDocument from 'pdfkit'
import { type LabelText, layOut } from './layOut.ts'
import { darkOf } from './queries/drawCode.ts'
import { words } from './words.ts'

const point = 72 / 25.4

/** Labels at their true size, on sheets or each as a page of a roll. */
export async function pdfOf(
  stock: LabelStock,
  code: LabelCode,
  labels: readonly LabelText[],
  startAt: number,
): Promise<Buffer> {
  const { sheet } = stock
  const pdf = new PDFDocument({
    size: sheet ? sheet.paper : [stock.width * point, stock.height * point],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: words.title(labels.length), Creator: 'Deskhand' },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const most = labelsOn(stock)
  labels.forEach((label, index) => {
    const at = (index + startAt - 1) % most
    if (index === 0 || at === 0) pdf.addPage()
    const left = sheet ? sheet.left + (at % sheet.columns) * sheet.acrossBy : 0
    const top = sheet ? sheet.top + Math.floor(at / sheet.columns) * sheet.downBy : 0
    pdf
      .save()
      .translate(left * point, top * point)
      .scale(point)
    drawOne(pdf, stock, code, label)
    pdf.restore()
  })
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

/** In millimetres, from the label's own corner. */
function drawOne(pdf: PDFKit.PDFDocument, stock: LabelStock, code: LabelCode, label: LabelText): void {
  const { code: box, lines } = layOut(stock, code, label)
  for (const { x, y, width, height } of darkOf(code, label.code))
    pdf.rect(box.x + x * box.width, box.y + y * box.height, width * box.width, height * box.height)
  pdf.fill('#000000')
  for (const { text, x, y, size, isTag } of lines)
    pdf
      .font(isTag ? 'Courier-Bold' : 'Helvetica')
      .fontSize(size)
      .fillColor('#000000')
      .text(text, x, y, { lineBreak: false })
}
