import { assetFiles } from '@deskhand/contract'
import { send } from '../../files/queries/download.ts'
import { sendPreview } from '../../files/queries/preview.ts'
import { handleOutside, type Outside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { type AssetFileRecord, loadFile } from '../access.ts'

type Asked = Pick<Outside<typeof assetFiles.download>, 'open' | 'actor' | 'params'>

export const download = handleOutside(assetFiles.download, async (outside) =>
  send(outside, await look(outside)),
)

export const preview = handleOutside(assetFiles.preview, async (outside) =>
  sendPreview(outside, await look(outside)),
)

async function look({ open, actor, params }: Asked): Promise<AssetFileRecord> {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { file } = await open(({ tx }) => loadFile({ tx, actor }, params))
  return file
}
