import { type Answers, hardware, isMoney } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, moversOf, type RequestRecord } from '../../requests/access.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { canMove, move } from '../../requests/commands/move.ts'
import { inThisBody, servedAs } from '../access.ts'
import { readRequisition } from '../queries/requisitionMoves.ts'
import { words } from '../words.ts'
import { loadAgreed } from './loadAgreed.ts'

type Body = Inside<typeof hardware.requisition>['body']

/** Opens the purchase in the name of whoever buys it; the request that it comes from waits until it is over. */
export const toRequisition = handle(hardware.requisition, async (inside) => {
  const { tx, platform, actor, params, body, record } = inside
  const request = await loadAgreed(inside, params.id)
  const bought = await findOpen(tx, request)
  if (bought) throw new Stop('conflict', words.boughtAlready(bought))
  const purchases = servedAs('purchaseRequisitions')
  const type = (await deskFacts(platform, tx)).typeOfKind(purchases.kind)
  if (!type) throw new Stop('state', words.notOffered)
  const { summary, customFields } = purchaseOf(request, body)
  const made = await inThisBody(() =>
    openRequest(inside, { requestTypeId: type.id, summary, customFields, priority: request.priority }),
  )
  const linkId = newId()
  await tx.run(linkChild, [request.companyId, linkId, made.id, request.id, actor.id, clock.now()])
  record('request.linked', about(made), { linkId, type: 'parent', otherId: request.id })
  // The number of what is confidential is a secret, so nothing says that it is waited for.
  if (!made.isConfidential && canMove(request, 'WAITING', moversOf(actor, request)))
    await move(inside, request, { to: 'WAITING', waitReason: 'DELIVERY', waitFor: made.id })
  const view = await readRequisition(inside, made.id)
  return answer(view, {
    version: view.version,
    location: purchases.routes.get.path.replace(':id', made.id),
  })
})

/** What is asked to be bought: the answers of the request, as far as nothing else is said. */
function purchaseOf(request: RequestRecord, body: Body): { summary: string; customFields: Answers } {
  const { hardwareName, hardwareModel, estimatedPrice, ...answers } = request.customFields as Answers
  const unitPrice = body.unitPrice ?? (isMoney(estimatedPrice) ? estimatedPrice : null)
  if (!unitPrice) throw refuseField('unitPrice', words.noPrice)
  const description = [hardwareName, hardwareModel].filter(Boolean).join(', ') || request.summary
  const preferredVendor = body.preferredVendor ?? answers['preferredVendor']
  const justification = body.justification ?? answers['businessJustification'] ?? request.description
  return {
    summary: body.summary ?? request.summary,
    customFields: {
      justification: String(justification ?? request.summary).slice(0, 4000),
      lineItems: [{ description: description.slice(0, 500), quantity: body.quantity, unitPrice }],
      ...(preferredVendor ? { preferredVendor } : {}),
      ...(answers['neededBy'] ? { neededBy: answers['neededBy'] } : {}),
      ...(body.costCenter ? { costCenter: body.costCenter } : {}),
    },
  }
}

/** The number of a purchase that is under way for it. */
async function findOpen(tx: Tx, { companyId, id }: RequestRecord): Promise<string | null> {
  const [row] = await tx.query<{ ref: string }>(
    `select r.reference_number as ref from app.request_links l
     join app.requests r on r.company_id = l.company_id and r.id = l.from_id and r.deleted_at is null
     join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id
     where l.company_id = $1 and l.to_id = $2 and l.kind = 'parent' and t.kind = 'REQUISITION'
       and r.status not in ('RESOLVED', 'REJECTED') limit 1`,
    [companyId, id],
  )
  return row?.ref ?? null
}

const linkChild = `
  insert into app.request_links (company_id, id, from_id, to_id, kind, created_by_id, created_at)
  values ($1, $2, $3, $4, 'parent', $5, $6)`
