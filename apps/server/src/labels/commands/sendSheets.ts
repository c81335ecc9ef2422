import {
  type LabelCode,
  type LabelStock,
  type LabelStockName,
  labelStocks,
  labelsOn,
} from '@deskhand/contract'
import type { FastifyReply } from 'fastify'
import { refuseField } from '../../platform/stop.ts'
import type { LabelText } from '../layOut.ts'
import { pdfOf } from '../pdf.ts'
import { sendFile } from '../queries/sendFile.ts'
import { words } from '../words.ts'
import { zplOf } from '../zpl.ts'

type Sheets = { stock: LabelStockName; format: 'pdf' | 'zpl'; startAt: number }

/** Refuses where the first label would lie beside the sheet. */
export function mustLieOnSheet({ stock: name, startAt }: Sheets): void {
  const stock: LabelStock = labelStocks[name]
  if (stock.sheet && startAt > labelsOn(stock))
    throw refuseField('startAt', words.noSuchPlace(labelsOn(stock)))
}

/** Draws all of them and sends the file. */
export async function sendSheets(
  reply: FastifyReply,
  { stock: name, format, startAt }: Sheets,
  code: LabelCode,
  found: readonly LabelText[],
) {
  const stock: LabelStock = labelStocks[name]
  const file =
    format === 'zpl' ? Buffer.from(zplOf(stock, code, found)) : await pdfOf(stock, code, found, startAt)
  return sendFile(reply, format, 'labels', file)
}
