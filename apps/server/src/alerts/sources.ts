import type { AlertKind } from '@deskhand/contract'
import type { Source } from './source.ts'
import { licenceSources } from './sources/licences.ts'
import { stockSources } from './sources/stock.ts'
import { stockTakeSources } from './sources/stockTakes.ts'
import { thingSources } from './sources/things.ts'

/** Every source, one for each kind of the contract. */
export const sources: readonly Source[] = [
  ...thingSources,
  ...stockSources,
  ...stockTakeSources,
  ...licenceSources,
]

const byKind = new Map(sources.map((source) => [source.kind, source]))
if (byKind.size < sources.length) throw new Error('Two sources find alerts of one kind.')

export function sourceOf(kind: AlertKind): Source {
  const source = byKind.get(kind)
  if (!source) throw new Error(`Nothing finds alerts of the kind ${kind}.`)
  return source
}
