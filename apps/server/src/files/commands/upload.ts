import { files } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { words } from '../words.ts'
import { addAttachment } from './addAttachment.ts'
import { takeUpload } from './takeUpload.ts'

export const upload = handleOutside(files.upload, async (outside) => {
  const { actor, params, query } = outside
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const isInternal = query.isInternal ?? false
  return takeUpload(outside, {
    route: files.upload,
    actor,
    said: [params, query],
    may: async ({ tx, db }, lock) => {
      const record = await loadRequest({ tx, db, actor }, params.id, { lock })
      if (isInternal && !isStaff(actor, record)) throw new Stop('forbidden', words.notInternal)
      mustBeAllowed('attach', actor, record)
      return record
    },
    add: (open, record, file) => addAttachment(open, actor, record, { ...file, isInternal }),
  })
})
