import { labels } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { readLabels } from '../queries/readLabels.ts'
import { words } from '../words.ts'
import { mustLieOnSheet, sendSheets } from './sendSheets.ts'

export const many = handleOutside(labels.many, async ({ open, actor, body, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  mustLieOnSheet(body)
  const { code, assetIds, fields } = body
  const found = await open(({ tx }) => readLabels(tx, platform, assetIds, code, fields))
  if (found.length < assetIds.length) throw refuseField('assetIds', words.notThere)
  return sendSheets(reply, body, code, found)
})
