import { bulkEdits } from '@deskhand/contract'
import { runBulk } from '../../operations/commands/runBulk.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { batch } from '../batch.ts'
import { choose } from '../choose.ts'
import { words } from '../words.ts'

export const edit = handleOutside(bulkEdits.edit, (outside) =>
  runBulk(outside, {
    route: bulkEdits.edit,
    batch,
    choose: (inside) => choose(inside, outside.body),
    summary: (count) => words.summary(outside.body.action, count),
    none: words.none,
    nameOf: ({ subjectType: _, subjectId, subjectRef, ...fared }) => ({
      requestId: subjectId,
      referenceNumber: subjectRef,
      ...fared,
    }),
  }),
)
