import type { notifications, ReplyOf } from '@deskhand/contract'

export type Notification = ReplyOf<typeof notifications.list>['data'][number]

/** All that came about one record, newest first. */
export type Group = { key: string; newest: Notification; all: Notification[]; isUnread: boolean }

/** One line per record; what came about nothing in particular stands alone. Newest first, as it arrives. */
export function groupsOf(items: readonly Notification[], isRead: (one: Notification) => boolean): Group[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const key = item.requestId ?? item.id
    const group = groups.get(key)
    if (group) {
      group.all.push(item)
      group.isUnread ||= !isRead(item)
    } else groups.set(key, { key, newest: item, all: [item], isUnread: !isRead(item) })
  }
  return [...groups.values()]
}
