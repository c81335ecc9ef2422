import { expiresAt, hashOf } from '../acceptances/rules.ts'
import { nameOf } from './thingsDeeds.ts'
import type { Signing, Yard } from './thingsYard.ts'

/** What was signed, and what waits for it, with the text of the policy as it is. */
export function signedRows(yard: Yard): { acceptances: object[]; acceptanceThings: object[] } {
  const rows = yard.signings.map((signing) => rowsOf(yard, signing))
  return {
    acceptances: rows.map(({ acceptance }) => acceptance),
    acceptanceThings: rows.map(({ thing }) => thing),
  }
}

function rowsOf({ companyId, kinds, models }: Yard, signing: Signing) {
  const { id, thing, person, askedAt, signedAt, by, condition, endedAt } = signing
  const { modelId, assetTag, serialNumber } = thing.fields
  const model = models.find((one) => one.id === modelId)
  const policies = [{ category: thing.kind, version: 1, text: kinds.get(thing.kind)?.policyText ?? '' }]
  const name = model ? `${model.text.maker} ${model.text.name}` : thing.kind
  const shown = { assetId: thing.id, assetTag, name, serialNumber, condition }
  const who = { id: person.id, name: nameOf(person) }
  const asked = new Date(askedAt)
  const of = {
    id,
    person: who,
    askedAt: asked.toISOString(),
    policies,
    things: [{ ...shown, endedAt: null }],
  }
  const at = signedAt === null ? null : new Date(signedAt).toISOString()
  const hash =
    at === null ? null : hashOf(of, { name: who.name, strokes: null, via: 'APP', witnessId: null, at })
  return {
    acceptance: {
      companyId,
      id,
      personId: person.id,
      state: at !== null ? 'ACCEPTED' : endedAt === null ? 'PENDING' : 'WITHDRAWN',
      askedById: by.id,
      askedAt: asked,
      expiresAt: expiresAt(asked),
      policies,
      decidedAt: at,
      via: at === null ? null : 'APP',
      signedAs: at === null ? null : who.name,
      hash: hash === null ? null : `\\x${hash.toString('hex')}`,
      version: at === null ? 1 : 2,
    },
    thing: {
      companyId,
      acceptanceId: id,
      ...shown,
      position: 1,
      endedAt: endedAt === null ? null : new Date(endedAt),
    },
  }
}
