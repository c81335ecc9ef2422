import { createHash } from 'node:crypto'
import { type Acceptance, acceptanceTerms, type Strokes } from '@deskhand/contract'
import { words } from './words.ts'

const hour = 3_600_000

export const expiresAt = (askedAt: Date): Date =>
  new Date(askedAt.getTime() + acceptanceTerms.days * 24 * hour)

/** Why it cannot be signed or refused any more, or null. */
export const whyOver = ({ state }: Pick<Acceptance, 'state'>): string | null =>
  state === 'PENDING' ? null : words.over[state]

/** Whether they were reminded a short while ago. */
export const isRemindedLately = ({ remindedAt }: Pick<Acceptance, 'remindedAt'>, now: Date): boolean =>
  remindedAt !== null && now.getTime() - Date.parse(remindedAt) < acceptanceTerms.hoursBetweenReminders * hour

const plain = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase()
/** A name typed with other spaces or letters of another height is the same name. */
export const isNameOf = (typed: string, name: string): boolean => plain(typed) === plain(name)

export type Signing = {
  name: string
  strokes: Strokes | null
  via: 'APP' | 'LINK' | 'SCREEN'
  witnessId: string | null
  at: string
}

/**
 * SHA-256 of what was agreed to or taken back and how, over JSON with the keys in this order: whoever has the document
 * can make it again and find that not a word of it changed. An agreement has no kind and no note in it, and
 * what nothing went along with has no accessories.
 */
export function hashOf(
  {
    id,
    person,
    askedAt,
    policies,
    things,
    accessories = [],
    receipt,
  }: Pick<Acceptance, 'id' | 'person' | 'askedAt' | 'policies' | 'things'> & {
    accessories?: Acceptance['accessories']
    receipt?: { note: string | null }
  },
  { name, strokes, via, witnessId, at }: Signing,
): Buffer {
  const whole = {
    id,
    ...(receipt && { kind: 'RECEIPT', note: receipt.note }),
    person: { id: person.id, name: person.name },
    askedAt,
    policies: policies.map(({ category, version, text }) => ({ category, version, text })),
    things: things
      .filter(({ endedAt }) => endedAt === null)
      .map(({ assetId, assetTag, name: thing, serialNumber, condition }) => ({
        assetId,
        assetTag,
        name: thing,
        serialNumber,
        condition,
      })),
    ...(accessories.length > 0 && {
      accessories: accessories.map(({ name: item, quantity }) => ({ name: item, quantity })),
    }),
    signature: { name, strokes, via, witnessId, at },
  }
  return createHash('sha256').update(JSON.stringify(whole)).digest()
}
