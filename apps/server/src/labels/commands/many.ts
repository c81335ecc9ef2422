import { type LabelStock, labelStocks, labels, labelsOn } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { pdfOf } from '../pdf.ts'
import { readLabels } from '../queries/readLabels.ts'
import { sendFile } from '../queries/sendFile.ts'
import { words } from '../words.ts'
import { zplOf } from '../zpl.ts'

export const many = handleOutside(labels.many, async ({ open, actor, body, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { code, format, startAt, assetIds, fields } = body
  const stock: LabelStock = labelStocks[body.stock]
  if (stock.sheet && startAt > labelsOn(stock))
    throw refuseField('startAt', words.noSuchPlace(labelsOn(stock)))
  const found = await open(({ tx }) => readLabels(tx, platform, assetIds, code, fields))
  if (found.length < assetIds.length) throw refuseField('assetIds', words.notThere)
  const file =
    format === 'zpl' ? Buffer.from(zplOf(stock, code, found)) : await pdfOf(stock, code, found, startAt)
  return sendFile(reply, format, 'labels', file)
})
