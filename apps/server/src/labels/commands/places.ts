import { labels } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { readPlaceLabels } from '../queries/readPlaceLabels.ts'
import { words } from '../words.ts'
import { mustLieOnSheet, sendSheets } from './sendSheets.ts'

export const places = handleOutside(labels.places, async ({ open, actor, body, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  mustLieOnSheet(body)
  const { locationIds } = body
  const found = await open(({ tx }) => readPlaceLabels(tx, platform, locationIds))
  if (found.length < locationIds.length) throw refuseField('locationIds', words.notThere)
  return sendSheets(reply, body, 'QR', found)
})
