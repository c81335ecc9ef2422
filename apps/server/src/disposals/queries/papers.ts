import { disposals } from '@deskhand/contract'
import { send } from '../../files/queries/download.ts'
import type { Actor } from '../../platform/actor.ts'
import { attachmentHeader } from '../../platform/files/names.ts'
import { openStore } from '../../platform/files/store.ts'
import { handleOutside, type Open, type Outside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { pdfOf } from '../pdf.ts'
import { words } from '../words.ts'
import { readDisposal } from './read.ts'

/** A receipt up to this size lies within the certificate; a larger one is named there by its hash alone. */
const mostAttached = 10 * 1024 * 1024

type Receipt = { id: string; fileName: string; mimeType: string; storagePath: string }
type Asked = Pick<Outside<typeof disposals.certificate>, 'platform' | 'params'>

/** Drawn after the transaction: pages take longer than lines. */
export const certificate = handleOutside(disposals.certificate, async (outside) => {
  const { open, actor, platform, reply } = outside
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { receipt, ...it } = await open((opened) => readPaper(opened, actor, outside))
  const found = receipt ? await openStore(platform.config.folder).read(receipt.storagePath) : null
  const bytes = found && found.size <= mostAttached ? await found.file.readFile() : null
  await found?.file.close()
  const body = await pdfOf({ ...it, receipt: receipt && bytes ? { ...receipt, bytes } : null })
  reply
    .headers({
      'content-type': 'application/pdf',
      'content-length': body.length,
      'content-disposition': attachmentHeader(`disposal-${it.disposal.number}.pdf`),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(body)
  return {}
})

export const receipt = handleOutside(disposals.receipt, async (outside) => {
  const { open, actor } = outside
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const paper = await open((opened) => readPaper(opened, actor, outside))
  if (!paper.receipt) throw new Stop('not_found', words.noReceiptYet)
  return send(outside, paper.receipt)
})

async function readPaper({ tx }: Open, actor: Actor, { platform, params }: Asked) {
  const disposal = await readDisposal({ tx, actor, platform }, params.id)
  const [more] = await tx.query<{ companyName: string; zone: string; receipt: Receipt | null }>(
    `select c.name as "companyName", c.zone, case when d.receipt_path is not null then json_build_object(
       'id', d.receipt_id, 'fileName', d.receipt_name, 'mimeType', d.receipt_type, 'storagePath', d.receipt_path) end as receipt
     from app.disposals d join app.companies c on c.company_id = d.company_id
     where d.company_id = $1 and d.id = $2`,
    [actor.companyId, disposal.id],
  )
  return { disposal, companyName: '', zone: 'UTC', receipt: null, ...more }
}
