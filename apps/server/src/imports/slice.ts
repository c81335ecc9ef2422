import { imports } from '@deskhand/contract'
import { reaction } from '../platform/jobs/reaction.ts'
import { slice } from '../platform/slice.ts'
import { carryOut } from './carryOut.ts'
import { check } from './check.ts'
import { commit } from './commands/commit.ts'
import { dryRun } from './commands/dryRun.ts'
import { setMapping } from './commands/setMapping.ts'
import { importBatch } from './commands/undoWhole.ts'
import { upload } from './commands/upload.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { report } from './queries/report.ts'
import { sweep } from './sweep.ts'
import { takeBack } from './takeBack.ts'

export const importsSlice = slice(
  'imports',
  imports,
  { list, upload, get, setMapping, dryRun, commit, report },
  {
    batches: [importBatch],
    schedules: (platform) => [sweep(platform)],
    reactions: (platform) => [
      reaction({
        on: 'import.check_begun',
        name: 'imports.check',
        runOutside: ({ event }) => check(platform, event.companyId, event.subjectId ?? '', event.actorId),
      }),
      reaction({
        on: 'import.begun',
        name: 'imports.carry_out',
        runOutside: ({ event }) => carryOut(platform, event.companyId, event.subjectId ?? '', event.actorId),
      }),
      reaction({
        on: 'import.undo_begun',
        name: 'imports.take_back',
        runOutside: ({ event: { companyId, data, subjectId, actorId } }) =>
          takeBack(platform, companyId, data, subjectId ?? '', actorId),
      }),
    ],
  },
)
