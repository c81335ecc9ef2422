import type { HandedThing } from '@deskhand/contract'
import type { Handed } from './handOut.ts'

/** The one thing of a hand-over, as the contract shows it. */
export function answerHanded({ assets: [asset], acceptanceId }: Handed, operationId: string): HandedThing {
  if (!asset) throw new Error('Nothing was handed over.')
  const {
    companyId: _,
    deskId: __,
    requiresAcceptance: ___,
    bearsData: ____,
    deletedAt: _____,
    ...thing
  } = asset
  return { ...thing, operationId, acceptanceId }
}
