import { locations } from '@deskhand/contract'
import { pictureOf } from '../../labels/queries/drawCode.ts'
import { placeAddress } from '../../labels/queries/readPlaceLabels.ts'
import { sendFile } from '../../labels/queries/sendFile.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadLocation } from '../access.ts'

/** Leads to asking for help, where the place is said already. Drawn after the transaction, which only looks it up. */
export const qr = handleOutside(locations.qr, async ({ open, actor, params, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const place = await open(({ tx }) => loadLocation(tx, params.id))
  const picture = await pictureOf('QR', placeAddress(platform.config, place.id))
  return sendFile(reply, 'png', place.name, picture)
})
