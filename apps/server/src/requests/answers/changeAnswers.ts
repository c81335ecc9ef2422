import { type Answers, type FormDefinition, isEncrypted } from '@deskhand/contract'
import type { TypeFact } from '../../desks/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import type { RequestRecord } from '../access.ts'
import { words } from '../words.ts'
import { claimFiles } from './claimFiles.ts'
import { thingsIn } from './references.ts'
import { type Marks, marksOf, storedMarks, writeSecrets } from './secrets.ts'
import { takeAnswers } from './takeAnswers.ts'

export type ChangedAnswers = {
  customFields: Answers
  formVersionId: string | null
  secretMarks: Marks
  /** Field by field, by the names that the log keeps; of encrypted ones only that they changed. */
  changes: Record<string, [unknown, unknown]>
  /** The labels of what changed. */
  labels: string[]
  /** The things that they name. */
  things: { id: string; assetTag: string }[]
  /** Writes what lies beside the row. */
  write: () => Promise<unknown>
}

type Inside = { tx: Tx; actor: Actor; platform: Platform }

/** What the log keeps of an encrypted answer. */
const hidden = '(encrypted)'

/**
 * New answers of a locked request, held against the version that it was asked with, or against the form of
 * another kind that it becomes. Encrypted answers that are not named are kept. Null where there is no form:
 * then fields are what one likes.
 */
export async function changeAnswers(
  inside: Inside,
  request: RequestRecord,
  given: Answers,
  type: TypeFact | undefined,
  zone: string,
): Promise<ChangedAnswers | null> {
  const { tx, actor, platform } = inside
  const versionId = type && type.id !== request.requestTypeId ? type.formVersionId : request.formVersionId
  if (!versionId) return null
  const definition = await definitionOf(tx, versionId)
  const mayReadSecrets = actor.id === request.requesterId || actor.desks.has(request.serviceDeskId)
  const taken = await takeAnswers(tx, {
    definition,
    given,
    requesterId: request.requesterId,
    actorId: actor.id,
    zone,
    requestId: request.id,
    kept: await keptSecrets(tx, request.id, definition, mayReadSecrets),
  })
  const sealed = Object.keys(taken.sealed)
  if (sealed.length > 0 && !mayReadSecrets) throw new Stop('forbidden', words.noSecrets)
  const before = request.customFields as Answers
  const fields = definition.sections.flatMap((section) => section.fields)
  const order = [...new Set([...fields.map(({ key }) => key), ...Object.keys(before)])]
  const keys = order.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(taken.plain[key]))
  const changes = Object.fromEntries([
    ...keys.map((key) => [`customFields.${key}`, [before[key] ?? null, taken.plain[key] ?? null]] as const),
    ...sealed.map((key) => [`customFields.${key}`, [hidden, hidden]] as const),
  ]) as Record<string, [unknown, unknown]>
  const labelOf = new Map(fields.map(({ key, label }) => [key, label]))
  return {
    customFields: taken.plain,
    formVersionId: versionId,
    secretMarks: marksOf(platform, tx, request.id, taken.sealed, storedMarks(request.secretMarks)),
    changes,
    labels: [...keys, ...sealed].map((key) => labelOf.get(key) ?? key),
    things: thingsIn(taken.references),
    write: () =>
      Promise.all([
        writeSecrets(platform, tx, request.id, taken.sealed),
        claimFiles(tx, actor, request.id, definition, taken.plain),
      ]),
  }
}

/** Encrypted answers that are there; who cannot look is not asked for them. */
async function keptSecrets(
  tx: Tx,
  requestId: string,
  definition: FormDefinition,
  mayRead: boolean,
): Promise<ReadonlySet<string>> {
  const encrypted = definition.sections.flatMap(({ fields }) => fields).filter(isEncrypted)
  if (encrypted.length === 0) return new Set()
  if (!mayRead) return new Set(encrypted.map(({ key }) => key))
  const rows = await tx.query<{ field: string }>(
    'select field from app.request_secrets where company_id = $1 and request_id = $2',
    [tx.whose.companyId, requestId],
  )
  return new Set(rows.map(({ field }) => field))
}
