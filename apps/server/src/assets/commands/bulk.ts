import { assets } from '@deskhand/contract'
import { runBulk } from '../../operations/commands/runBulk.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { batch } from '../batch.ts'
import { choose } from '../choose.ts'
import { words } from '../words.ts'

/** One change of many things, in the way of the requests' `bulk-edits`. */
export const bulk = handleOutside(assets.bulk, (outside) =>
  runBulk(outside, {
    route: assets.bulk,
    batch,
    choose: (inside) => choose(inside, outside.body),
    summary: (count) => words.summary(outside.body.action, count),
    none: words.none,
    nameOf: ({ subjectType: _, subjectId, subjectRef, ...fared }) => ({
      assetId: subjectId,
      assetTag: subjectRef,
      ...fared,
    }),
  }),
)
