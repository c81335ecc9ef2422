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

export const unsubscribeWords = {
  title: 'No more of these mails?',
  about: 'Deskhand then writes you no more mails of this kind. Your inbox here still tells you.',
  confirm: 'Stop these mails',
  done: 'Done',
  doneAbout: (label: string) => `You get no more mails of this kind: “${label}”.`,
  choose: 'Choose what you hear of',
  missing: 'This link leads nowhere.',
  missingAbout: 'It may have been cut off. What you hear of can be chosen in your profile.',
}
