import { transcripts } from '@deskhand/contract'
import { attachmentHeader } from '../../platform/files/names.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest, noSuchRequest } from '../../requests/access.ts'
import { pdfOf } from '../pdf.ts'
import { textOf } from '../text.ts'
import { readTranscript } from './lines.ts'

/** The document is made after the transaction: drawing pages takes longer than reading lines. */
export const get = handleOutside(transcripts.get, async ({ open, actor, params, query, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const it = await open(async ({ tx, db }) => {
    const request = await loadRequest({ tx, db, actor }, params.id)
    return readTranscript(tx, request.id)
  })
  if (!it) throw noSuchRequest()
  const isPdf = query.format === 'pdf'
  const body = isPdf ? await pdfOf(it) : Buffer.from(textOf(it))
  reply
    .headers({
      'content-type': isPdf ? 'application/pdf' : 'text/plain; charset=utf-8',
      'content-length': body.length,
      'content-disposition': attachmentHeader(`${it.ref}.${query.format}`),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(body)
  return {}
})
