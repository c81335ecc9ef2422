import { expiresAt, hashOf } from '../acceptances/rules.ts'
import { idAt, makeRandom, type Random } from './random.ts'
import { nameOf } from './thingsDeeds.ts'
import type { Returned, Signing, Yard } from './thingsYard.ts'

/** What was signed, what waits for it, with the text of the policy as it is, and the receipts for what came back. */
export function signedRows(yard: Yard): { acceptances: object[]; acceptanceThings: object[] } {
  const random = makeRandom(`receipts of ${yard.companyId}`)
  const rows = [
    ...yard.signings.map((signing) => rowsOf(yard, signing)),
    ...yard.returns.map((returned) => receiptOf(yard, returned, random)),
  ]
  return {
    acceptances: rows.map(({ acceptance }) => acceptance),
    acceptanceThings: rows.map(({ thing }) => thing),
  }
}

/** A thing as it stands in what is signed. */
function shownOf({ models }: Yard, { thing, condition }: Pick<Signing, 'thing' | 'condition'>) {
  const { modelId, assetTag, serialNumber } = thing.fields
  const model = models.find((one) => one.id === modelId)
  const name = model ? `${model.text.maker} ${model.text.name}` : thing.kind
  return { assetId: thing.id, assetTag, name, serialNumber, condition }
}

function receiptOf(yard: Yard, returned: Returned, random: Random) {
  const { companyId } = yard
  const { person, by } = returned
  const id = idAt(random, returned.at)
  const at = new Date(returned.at)
  const shown = shownOf(yard, returned)
  const things = [{ ...shown, endedAt: null }]
  const hash = hashOf(
    {
      id,
      person: { id: person.id, name: nameOf(person) },
      askedAt: at.toISOString(),
      policies: [],
      things,
      receipt: { note: null },
    },
    { name: by.name, strokes: null, via: 'APP', witnessId: null, at: at.toISOString() },
  )
  return {
    acceptance: {
      companyId,
      id,
      kind: 'RECEIPT',
      personId: person.id,
      state: 'RECEIVED',
      askedById: by.id,
      askedAt: at,
      expiresAt: null,
      policies: [],
      decidedAt: at,
      via: 'APP',
      signedAs: by.name,
      hash: `\\x${hash.toString('hex')}`,
      version: 1,
    },
    thing: { companyId, acceptanceId: id, ...shown, position: 1, endedAt: null },
  }
}

function rowsOf(yard: Yard, signing: Signing) {
  const { companyId, kinds } = yard
  const { id, thing, person, askedAt, signedAt, by, endedAt } = signing
  const policies = [{ category: thing.kind, version: 1, text: kinds.get(thing.kind)?.policyText ?? '' }]
  const shown = shownOf(yard, signing)
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
      kind: 'AGREEMENT',
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
