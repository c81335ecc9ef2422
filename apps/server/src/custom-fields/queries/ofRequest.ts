import { customFields, type RequestField } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { fieldsOf } from '../access.ts'
import { mayFill } from '../rules.ts'

export const ofRequest = handle(customFields.ofRequest, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  return answer({ data: await readFields(tx, actor, request) }, { version: request.version })
})

/** The fields of a request that this person sees. */
export async function readFields(tx: Tx, actor: Actor, request: RequestRecord): Promise<RequestField[]> {
  const staff = isStaff(actor, request)
  return (await fieldsOf(tx, request))
    .filter(({ shownTo }) => staff || shownTo === 'EVERYBODY')
    .map(({ key, label, help, type, options, isRequired, shownTo, editedBy, stored }) => ({
      key,
      label,
      help,
      type,
      options,
      isRequired,
      shownTo,
      value: stored?.value ?? null,
      text: stored?.text ?? null,
      mayEdit: mayFill(actor, request, { shownTo, editedBy }),
    }))
}
