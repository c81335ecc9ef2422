import { notifications } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { markAllRead } from './commands/markAllRead.ts'
import { markRead } from './commands/markRead.ts'
import { markUnread } from './commands/markUnread.ts'
import { remove } from './commands/remove.ts'
import { setPreferences } from './commands/setPreferences.ts'
import { unsubscribe } from './commands/unsubscribe.ts'
import { list } from './queries/list.ts'
import { preferences } from './queries/preferences.ts'
import { unreadCount } from './queries/unreadCount.ts'
import { unsubscribePage } from './queries/unsubscribePage.ts'
import { reactions } from './reactions.ts'

export const notificationsSlice = slice(
  'notifications',
  notifications,
  {
    list,
    unreadCount,
    markRead,
    markUnread,
    remove,
    markAllRead,
    preferences,
    setPreferences,
    unsubscribePage,
    unsubscribe,
  },
  { reactions },
)
