import { custodyCertificates } from '@deskhand/contract'
import { companyKey } from '../../platform/companyKey.ts'
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
export const keys = handle(custodyCertificates.keys, async ({ tx, params, enter, platform }) => {
  const companyId = params.companyId.toLowerCase()
  if (!isUuid(companyId)) throw new Stop('not_found', words.noSuchCompany)
  await enter({ companyId, personId: null }, { actorId: null, actorName: null, actorKind: 'system' })
  const [company] = await tx.query<{ createdAt: Date }>(
    `select created_at as "createdAt" from app.companies where company_id = $1 and state = 'ACTIVE'`,
    [companyId],
  )
  if (!company) throw new Stop('not_found', words.noSuchCompany)
  // What signs reports of stock-takes comes from the secret of the installation and was there from the beginning.
  const { fingerprint: id, publicKey } = companyKey(platform.secret, companyId)
  const first = { id, publicKey, createdAt: company.createdAt, retiredAt: null }
  return { data: [...(await publicKeys(tx)), first].map(keyOf) }
})
