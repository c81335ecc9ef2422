export const shellWords = {
  approvalsWaiting: (count: number) => `To approve: ${count}`,
  helpDesk: 'help desk',
  skip: 'Skip to the page',
  mainNav: 'Sections',
  topNav: 'Help desk',
  views: 'Views',
  home: 'Home',
  queue: 'Queue',
  things: 'Things',
  yourRequests: 'Your requests',
  ask: 'Ask for something',
  short: { requests: 'Requests', ask: 'Ask' },
  inbox: 'Inbox',
  away: 'Who is away',
  /** As much as a badge holds; its name says the same. */
  badge: (count: number) => (count > 99 ? '99+' : String(count)),
  inboxCount: (count: number) => (count === 0 ? 'Inbox' : `Inbox, ${shellWords.badge(count)} unread`),
  people: 'People',
  audit: 'Audit log',
  companySettings: 'Company',
  deskSettings: 'Your desks',
  companies: 'Companies',
  help: 'Keys and help',
  me: 'Me',
  account: (name: string) => `${name}: profile and settings`,
  profile: 'Profile and settings',
  signOut: 'Sign out',
  search: 'Search and commands',
  demo: 'Demo data',
  company: (name: string) => `${name}, home`,
  closeViews: 'Close views',
}

export const liveWords = {
  live: 'Live: changes appear by themselves',
  'catching-up': 'Catching up with what happened',
  offline: 'Offline: looking again every 20 seconds',
  offlineAsOf: (time: string) => `Offline: looking again every 20 seconds. What you see is as of ${time}.`,
  short: { live: 'Live', 'catching-up': 'Catching up', offline: 'Offline' },
  zone: (zone: string) => `Times are shown for ${zone}`,
}

export const themeWords = {
  title: 'Look',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
  toggle: 'Switch between light and dark',
}

export const paletteWords = {
  title: 'Search and commands',
  placeholder: 'Type a command, a tag, a name, or what it was about',
  groups: {
    record: 'On this record',
    list: 'In this list',
    go: 'Go to',
    view: 'Views',
    create: 'Create',
    results: 'Search results',
    settings: 'Settings',
  },
  open: (reference: string) => `Open ${reference}`,
  nothing: 'Nothing found. Fewer words find more.',
  searching: 'Searching',
  results: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  whichView: 'Which view?',
  viewHint: '↑ ↓ choose   ⏎ open',
  hint: '> commands   # requests   @ people',
}

export const sheetWords = {
  title: 'Keys',
  find: 'Find a key',
  scopes: { record: 'On this record', list: 'In this list', composer: 'While writing', anywhere: 'Anywhere' },
  off: 'Single keys are switched off. They can be switched on in your profile.',
  nothing: 'No key does that.',
}

export const commandWords = {
  approvals: 'Go to approvals',
  palette: 'Search and commands',
  keys: 'Show the keys',
  home: 'Go to Home',
  queue: 'Go to the queue',
  things: 'Go to things',
  alerts: 'Go to alerts',
  inbox: 'Go to the inbox',
  away: 'See who is away',
  payments: 'Go to payments',
  people: 'Go to people',
  audit: 'Go to the audit log',
  company: 'Go to the company’s settings',
  mail: 'Go to outgoing mail',
  companies: 'Go to companies',
  yourRequests: 'Go to your requests',
  profile: 'Go to profile and settings',
  ask: 'Ask for something',
  theme: 'Switch between light and dark',
  toggleViews: 'Show or hide the views',
  myTasks: 'Go to your tasks',
  reservations: 'Go to reservations',
  scan: 'Scan things',
  focus: 'Show only what is open, or everything again',
  undo: 'Undo the last change',
  signOut: 'Sign out',
}

export const pageWords = {
  notFound: 'There is nothing here.',
  notFoundAbout: 'The address may be mistyped, or what it showed belongs to somebody else.',
  toHome: 'Go to Home',
  refused: 'You can’t open this.',
  broken: 'This page could not be shown.',
  newVersion: 'A new version is ready. Reload the page to get it.',
  newVersionLater: 'A new version is ready. Reload when it suits you.',
  focused: 'Only what is open is shown.',
  unfocus: 'Show everything',
  reload: 'Reload the page',
  loading: 'Loading',
}

export const rowWords = {
  next: 'Next row',
  previous: 'Previous row',
  open: 'Open the row',
}

export const leaveWords = {
  title: 'Leave without saving?',
  consequence: 'What you changed here is lost.',
  leave: 'Leave the page',
}
