import { labelStocks, labels } from '@deskhand/contract'
import { loadLocation } from '../../locations/access.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { pdfOf } from '../pdf.ts'
import { svgOf } from '../svg.ts'
import { words } from '../words.ts'
import { zplOf } from '../zpl.ts'
import { readPlaceLabels } from './readPlaceLabels.ts'
import { sendFile } from './sendFile.ts'

export const place = handleOutside(labels.place, async ({ open, actor, params, query, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { stock: name, format } = query
  const [label] = await open(async ({ tx }) => {
    const { id } = await loadLocation(tx, params.id)
    return readPlaceLabels(tx, platform, [id])
  })
  if (!label) throw new Stop('not_found', words.notThere)
  const stock = labelStocks[name]
  const makers = {
    pdf: () => pdfOf(stock, 'QR', [label], 1),
    svg: () => Buffer.from(svgOf(stock, 'QR', label)),
    zpl: () => Buffer.from(zplOf(stock, 'QR', [label])),
  }
  return sendFile(reply, format, label.tag, await makers[format]())
})
