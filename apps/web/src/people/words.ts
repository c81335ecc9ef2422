export const peopleWords = {
  title: 'People',
  refused: 'The directory is for people who work on requests. An admin can give you a role.',
  find: 'Find by name, address, job or place',
  invite: 'Invite someone',
  empty: 'Nobody here yet.',
  emptyAbout: 'People who can ask for help and those who help them.',
  filteredTitle: 'Nobody matches.',
  filtered: 'Fewer words or fewer filters find more.',
  clear: 'Clear filters',
  noRemoved: 'Nobody has been removed.',
  noRemovedAbout: 'Whoever is removed stays here and can be restored.',
  count: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  restore: 'Restore',
  restoreNamed: (name: string) => `Restore ${name}`,
  restored: (name: string) => `${name} is back.`,
  never: 'Never',
}

export const columnWords = {
  name: 'Name',
  job: 'Job',
  department: 'Department',
  site: 'Site',
  roles: 'Roles',
  state: 'State',
  lastSignIn: 'Last sign-in',
  added: 'Added',
  removed: 'Removed',
  restore: 'Restore',
}

export const filterWords = {
  role: 'Role',
  state: 'State',
  department: 'Department',
  site: 'Site',
  removed: 'Removed',
  sort: 'Sorted by',
  sorts: {
    name: 'Name',
    '-name': 'Name, from the end',
    '-lastSignInAt': 'Last sign-in',
    '-createdAt': 'Newest first',
  },
}

export const stateWords = {
  ACTIVE: 'Active',
  INVITED: 'Invited',
  BLOCKED: 'Blocked',
  REMOVED: 'Removed',
}

export const roleWords = {
  employee: 'Employee',
  technician: 'Technician',
  supervisor: 'Supervisor',
  admin: 'Admin',
  onDesk: (prefix: string, role: string) => `${prefix} ${role}`,
  none: 'No role',
}

/** What each role allows, said to whoever gives it. */
export const roleSentences = {
  employee: 'Everyone asks for help and follows their own requests. Beyond that:',
  technician: 'Sees the requests of this desk, works on them and writes notes.',
  supervisor: 'Does what a technician does. Also gives requests to others, rejects, closes and deletes them.',
  admin:
    'Invites and removes people, gives roles, reads the audit log and leads every desk. Confidential requests stay closed to admins.',
}

export const inviteWords = {
  title: 'Invite someone',
  confirm: 'Send invitation',
  create: 'Add without an invitation',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Work e-mail',
  jobTitle: 'Job title',
  department: 'Department',
  site: 'Site',
  phone: 'Phone',
  manager: 'Manager',
  more: 'About them',
  roles: 'Roles',
  send: 'Mail the invitation now',
  sendHelp: 'It works for 7 days and can be sent again.',
  sent: (name: string) => `${name} is invited.`,
  added: (name: string) => `${name} is added. No mail was sent.`,
  missing: (field: string) => `${field} is missing.`,
  badEmail: 'An address looks like marta@harbour.example.',
}

export const personWords = {
  back: 'People',
  gone: 'There is no such person.',
  goneAbout: 'They may have been removed, or the address is mistyped.',
  profile: 'Profile',
  vip: 'VIP',
  vipHelp:
    'Their requests begin one priority higher, and policies may promise them more. Only the desks see it.',
  email: 'E-mail',
  emailHelp: 'People sign in with it. It cannot be changed.',
  phone: 'Phone',
  manager: 'Manager',
  job: 'Job title',
  department: 'Department',
  site: 'Site',
  since: (day: string) => `Here since ${day}`,
  roles: 'Roles',
  everyone: 'Everyone',
  requests: 'Requests',
  counts: (open: number, all: number) => `${open} open, ${all} ever`,
  noRequests: 'None that you can see.',
  more: 'Show more',
  history: 'What happened',
  noHistory: 'Nothing is written down yet.',
  allHistory: 'All about them in the audit log',
  allDone: 'All they did',
  aside: (name: string) => `Access, requests and history of ${name}`,
  readOnlyRemoved: 'Restore them to change anything.',
}

export const accessWords = {
  title: 'Access',
  active: 'Can sign in.',
  lastSignIn: 'Last sign-in',
  never: 'Has not signed in yet.',
  invited: 'Invited, has not joined yet.',
  blocked: 'Cannot sign in.',
  removed: 'Not in any list, cannot sign in.',
  invite: 'Invite again',
  inviteAbout: 'Mails a new link that works for 7 days. The one before stops working.',
  invitedAgain: (name: string) => `A new invitation is on its way to ${name}.`,
  block: 'Block',
  blockAbout: 'Ends every session at once and stops sign-in. Requests and roles stay as they are.',
  blockedNow: (name: string) => `${name} is blocked and signed out.`,
  unblock: 'Unblock',
  unblockAbout: 'Lets them sign in again, with the roles they had.',
  unblocked: (name: string) => `${name} can sign in again.`,
  remove: 'Remove',
  removeAbout: 'Takes them out of every list and ends their sessions. Their requests and history stay.',
  removedNow: (name: string) => `${name} is removed.`,
  restore: 'Restore',
  restoreAbout: 'Puts them back as they were, with their roles. Who had not joined needs a new invitation.',
  restored: (name: string) => `${name} is back.`,
  notYourself: {
    block: 'You cannot block yourself. Another admin can.',
    remove: 'You cannot remove yourself. Another admin can.',
    roles: 'You cannot take your own admin role. Another admin can.',
  },
}

export const personCommands = {
  invite: 'Invite someone',
  find: 'Find in the directory',
  filter: 'Filter by role',
}

export const fieldWords = {
  firstName: 'first name',
  lastName: 'last name',
  jobTitle: 'job title',
  department: 'department',
  site: 'site',
  phone: 'phone',
  managerId: 'manager',
  isVip: 'VIP',
  roles: 'roles',
  nothing: 'nothing',
  somebody: 'somebody else',
  saved: (name: string) => `${name} is saved.`,
  rolesSaved: (name: string) => `The roles of ${name} are changed.`,
}
