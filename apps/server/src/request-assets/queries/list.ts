import { requestAssets } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { whyNoLink } from '../rules.ts'
import { readLinked } from './readLinked.ts'

export const list = handle(requestAssets.list, async (inside) => {
  const request = await loadRequest(inside, inside.params.id)
  return {
    data: await readLinked(inside, request),
    mayLink: whyNoLink(inside.actor, request) === null,
  }
})
