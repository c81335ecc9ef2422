import { JourneyKind } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'

export type Question = { kind: JourneyKind; key: string; label: string }

/** The yes-or-no questions of the forms that journeys are asked with now. */
export async function questionsOf({ tx, platform }: { tx: Tx; platform: Platform }): Promise<Question[]> {
  const { typeOfKind } = await deskFacts(platform, tx)
  const asked = await Promise.all(
    JourneyKind.options.map(async (kind): Promise<Question[]> => {
      const versionId = typeOfKind(kind)?.formVersionId
      if (!versionId) return []
      const { sections } = await definitionOf(tx, versionId)
      return sections
        .flatMap(({ fields }) => fields)
        .flatMap((field) => (field.type === 'yesNo' ? [{ kind, key: field.key, label: field.label }] : []))
    }),
  )
  return asked.flat()
}
