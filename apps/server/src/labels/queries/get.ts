import { labelStocks, labels } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { pdfOf } from '../pdf.ts'
import { svgOf } from '../svg.ts'
import { words } from '../words.ts'
import { zplOf } from '../zpl.ts'
import { pictureOf } from './drawCode.ts'
import { readLabels } from './readLabels.ts'
import { sendFile } from './sendFile.ts'

/** Drawn after the transaction, which only reads the words. */
export const get = handleOutside(labels.get, async ({ open, actor, params, query, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { stock: name, code, fields, format } = query
  const [label] = await open(async ({ tx }) => {
    const { id } = await loadAsset({ tx, actor }, params.id)
    return readLabels(tx, platform, [id], code, fields)
  })
  if (!label) throw new Stop('not_found', words.notThere)
  const stock = labelStocks[name]
  const makers = {
    pdf: () => pdfOf(stock, code, [label], 1),
    svg: () => Buffer.from(svgOf(stock, code, label)),
    png: () => pictureOf(code, label.code),
    zpl: () => Buffer.from(zplOf(stock, code, [label])),
  }
  return sendFile(reply, format, label.tag, await makers[format]())
})
