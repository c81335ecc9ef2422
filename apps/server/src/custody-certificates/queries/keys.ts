import { custodyCertificates } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { type PublicKey, publicKeys } from '../../platform/signing.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

export const keyOf = ({ id, publicKey, createdAt, retiredAt }: PublicKey) => ({
  id,
  algorithm: 'Ed25519' as const,
  publicKey,
  createdAt: createdAt.toISOString(),
  retiredAt: retiredAt?.toISOString() ?? null,
})

/** For anybody: whoever checks a certificate is nobody here. */
export const keys = handle(custodyCertificates.keys, async ({ tx, params, enter }) => {
  const companyId = params.companyId.toLowerCase()
  if (!isUuid(companyId)) throw new Stop('not_found', words.noSuchCompany)
  await enter({ companyId, personId: null }, { actorId: null, actorName: null, actorKind: 'system' })
  const found = await tx.query(`select from app.companies where company_id = $1 and state = 'ACTIVE'`, [
    companyId,
  ])
  if (found.length === 0) throw new Stop('not_found', words.noSuchCompany)
  return { data: (await publicKeys(tx)).map(keyOf) }
})
