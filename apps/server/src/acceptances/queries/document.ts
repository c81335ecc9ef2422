import type { Strokes } from '@deskhand/contract'
import { acceptances } from '@deskhand/contract'
import { attachmentHeader } from '../../platform/files/names.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadAcceptance } from '../access.ts'
import { pdfOf } from '../pdf.ts'

/** The document is made after the transaction: drawing pages takes longer than reading lines. */
export const document = handleOutside(acceptances.document, async ({ open, actor, params, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const it = await open(async ({ tx }) => {
    const acceptance = await loadAcceptance(tx, params.id)
    const [more] = await tx.query<{ companyName: string; zone: string; strokes: Strokes | null }>(
      `select c.name as "companyName", c.zone, a.strokes from app.acceptances a
       join app.companies c on c.company_id = a.company_id where a.company_id = $1 and a.id = $2`,
      [actor.companyId, acceptance.id],
    )
    return { acceptance, companyName: '', zone: 'UTC', strokes: null, ...more }
  })
  const body = await pdfOf(it)
  const tags = it.acceptance.things.map(({ assetTag }) => assetTag).join('-')
  reply
    .headers({
      'content-type': 'application/pdf',
      'content-length': body.length,
      'content-disposition': attachmentHeader(`${tags.slice(0, 60)}.pdf`),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(body)
  return {}
})
