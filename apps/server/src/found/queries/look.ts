import { found } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { readLabel } from '../access.ts'
import { words } from '../words.ts'

/** The thing itself is not looked at: what is shown is the company's alone. */
export const look = handleOutside(found.look, async ({ platform, params, query }) => {
  const label = await readLabel(platform, { tag: params.id, ...query })
  if (!label) throw new Stop('not_found', words.noSuchLabel)
  const { page, companyName } = label
  const { showsName, thanks, howToReturn } = page
  return { companyName: showsName ? companyName : null, thanks, howToReturn }
})
