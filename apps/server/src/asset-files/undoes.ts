import { isLead, mustKeep } from '../assets/access.ts'
import { words as assetWords } from '../assets/words.ts'
import { type Undo, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { loadFile } from './access.ts'
import { takeOff } from './commands/remove.ts'

/** Photos of a hand-over that is undone go with it. */
export const undoes: Undo[] = [
  undo({
    on: 'asset.photo_added',
    run: async (work, { subjectId, data }) => {
      const asked = { id: subjectId ?? '', attachmentId: data.fileId }
      const { asset, file } = await loadFile(work, asked, { lock: true })
      mustKeep(work.actor, asset)
      if (!work.isDoer && !isLead(work.actor, asset)) throw new Stop('forbidden', assetWords.undoneByLead)
      await takeOff(work, asset, file)
    },
  }),
]
