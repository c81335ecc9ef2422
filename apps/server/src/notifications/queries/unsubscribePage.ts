import { notifications } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { readUnsubscribeToken } from '../commands/unsubscribeLink.ts'

/** Scanners open links as well as people: nothing changes here. */
export const unsubscribePage = handleOutside(
  notifications.unsubscribePage,
  async ({ platform, params, reply }) => {
    readUnsubscribeToken(platform.secret, params.token)
    await reply.redirect(`${platform.config.url}/unsubscribe#token=${params.token}`, 303)
    return {}
  },
)
