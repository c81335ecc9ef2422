import { floorPlans } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** The picture; it never changes under its id, so that a browser asks for it once. */
export const picture = handleOutside(floorPlans.picture, async ({ open, actor, params, request, reply }) => {
  const id = params.id.toLowerCase()
  const [row] = isUuid(id)
    ? await open(({ tx }) =>
        tx.query<{ picture: Buffer }>(
          'select picture from app.floor_plans where company_id = $1 and id = $2',
          [actor?.companyId, id],
        ),
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchPlan)
  const etag = `"${id}"`
  reply.headers({
    etag,
    'cache-control': 'private, max-age=86400, immutable',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).send()
    return {}
  }
  reply
    .headers({
      'content-type': 'image/webp',
      'content-length': row.picture.length,
      'content-disposition': 'inline',
    })
    .send(row.picture)
  return {}
})
