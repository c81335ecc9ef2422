import { type StockTakeCorrection, type StockTakeItem, stockTakes } from '@deskhand/contract'
import { csvOf } from '../../operations/rules.ts'
import { attachmentHeader } from '../../platform/files/names.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { fingerprintOf } from '../../platform/signing.ts'
import { Stop } from '../../platform/stop.ts'
import { loadStockTake } from '../access.ts'
import { pdfOf } from '../pdf.ts'
import { isElsewhere } from '../rules.ts'
import { words } from '../words.ts'
import type { Report } from './reportOf.ts'

const types = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8', json: 'application/json' } as const

/** What was signed, for people, for a spreadsheet, or to be checked; drawn after the transaction. */
export const report = handleOutside(stockTakes.report, async ({ open, actor, params, query, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const kept = await open(async ({ tx }) => {
    const { id } = await loadStockTake({ tx, actor }, params.id)
    const [row] = await tx.query<{
      report: string | null
      signature: Buffer | null
      publicKey: string | null
    }>(
      'select report, signature, public_key as "publicKey" from app.stock_takes where company_id = $1 and id = $2',
      [actor.companyId, id],
    )
    return row
  })
  if (!kept?.report || !kept.signature) throw new Stop('state', words.noReport)
  if (!kept.publicKey) throw new Stop('state', words.noKey)
  // Our own words, written by writeReport.
  const document = JSON.parse(kept.report) as Report
  const signed = {
    algorithm: 'Ed25519' as const,
    publicKey: kept.publicKey,
    fingerprint: fingerprintOf(kept.publicKey),
    signature: kept.signature.toString('base64'),
    document: kept.report,
  }
  const body =
    query.format === 'pdf'
      ? await pdfOf(document, signed)
      : query.format === 'csv'
        ? tableOf(document)
        : JSON.stringify(signed)
  reply
    .headers({
      'content-type': types[query.format],
      'content-length': Buffer.byteLength(body),
      'content-disposition': attachmentHeader(
        `stock-take-${document.stockTake.completedAt.slice(0, 10)}.${query.format}`,
      ),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(body)
  return {}
})

function tableOf({ items, corrections }: Report): string {
  const byId = new Map(corrections.map((correction) => [correction.assetId, correction]))
  return csvOf([words.columns, ...items.map((item) => lineOf(item, byId.get(item.assetId)))])
}

const lineOf = (item: StockTakeItem, correction: StockTakeCorrection | undefined): string[] => [
  item.assetTag,
  item.name,
  item.serialNumber ?? '',
  words.results[isElsewhere(item) ? 'ELSEWHERE' : item.state],
  item.expectedPlace ?? item.personName ?? '',
  item.foundPlace ?? '',
  item.foundAt ?? '',
  item.foundByName ?? '',
  item.condition ?? '',
  item.note ?? '',
  correction ? [words.corrections[correction.kind], correction.reason].filter(Boolean).join(': ') : '',
]
