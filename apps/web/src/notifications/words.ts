export const inboxWords = {
  title: 'Inbox',
  show: 'Which of them',
  all: 'All',
  unread: 'Unread',
  markAll: 'Mark all as read',
  nothingUnread: 'Nothing is unread.',
  markRead: (title: string) => `Mark as read: ${title}`,
  markUnread: (title: string) => `Mark as unread: ${title}`,
  sections: { unread: 'New', read: 'Earlier' },
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  loadMore: 'Show more',
  empty: 'Nothing here yet.',
  emptyAbout: 'Replies, questions and changes that concern you come here, each with the reason why.',
  finished: 'Nothing unread.',
  finishedAbout: 'What you have read stands under All.',
  allRead: 'All marked as read.',
  failed: 'That did not work. The mark is as it was.',
  unreadMark: 'Unread',
}

export const inboxCommands = {
  next: 'Next line',
  previous: 'Line before',
  done: 'Mark as read',
  unread: 'Mark as unread',
  markAll: 'Mark all as read',
}
