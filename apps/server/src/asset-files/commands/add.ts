import { assetFiles } from '@deskhand/contract'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import { takeUpload } from '../../files/commands/takeUpload.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { insertFile } from './insertFile.ts'

export const add = handleOutside(assetFiles.add, async (outside) => {
  const { actor, params, query } = outside
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { kind } = query
  return takeUpload(outside, {
    route: assetFiles.add,
    actor,
    said: [params, query],
    may: async ({ tx }, lock) => {
      const asset = await loadAsset({ tx, actor }, params.id, { lock })
      mustKeep(actor, asset)
      return asset
    },
    mustFit: ({ name, mimeType }) => {
      if (kind === 'PHOTO' && !picturable.has(mimeType)) throw new Stop('wrong_type', words.noPicture(name))
    },
    add: (open, asset, file) => insertFile({ ...open, actor }, asset, file, kind),
  })
})
