export const profileWords = {
  title: 'Profile and settings',
  sections: {
    you: 'You',
    look: 'Look and keys',
    told: 'What you are told about',
    password: 'Password',
    sessions: 'Where you are signed in',
    companies: 'Companies',
    manage: 'Manage',
  },
  saves: {
    itself: 'Each choice is kept at once.',
    button: 'Kept when you press Save.',
    both: 'Each choice is kept at once, the signature when you press Save.',
  },
  signOut: 'Sign out',
  saved: 'Saved.',
}

export const youWords = {
  firstName: 'First name',
  lastName: 'Last name',
  phone: 'Phone',
  phoneAbout: 'The desk calls this number.',
  noName: 'Nobody can do without a name here.',
  save: 'Save',
  discard: 'Discard',
  email: 'E-mail',
  jobTitle: 'Job title',
  department: 'Department',
  site: 'Site',
  manager: 'Manager',
  desks: 'Desks',
  others: 'Your admin keeps these.',
  roles: { TECHNICIAN: 'technician', SUPERVISOR: 'supervisor' },
  saved: 'Your profile is saved.',
}

export const lookWords = {
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  density: 'Density',
  densityAbout: 'How close rows and fields stand.',
  densities: { compact: 'Compact', regular: 'Regular', roomy: 'Roomy' },
  zone: 'Time zone',
  zoneAbout: (zone: string) => `Left empty, times follow this device: ${zone}.`,
  zonePlaceholder: 'As this device',
  shortcuts: 'Single-key shortcuts',
  shortcutsAbout: 'Switch them off if you dictate, or if letters start things you did not mean.',
}

export const toldWords = {
  about: 'In the inbox, by mail, or both.',
  what: 'What happens',
  inApp: 'Inbox',
  email: 'Mail',
  cell: (what: string, where: string) => `${what}, ${where}`,
}

export const passwordWords = {
  none: 'You have no password yet. One-time links work without.',
  current: 'Current password',
  next: 'New password',
  change: 'Change password',
  set: 'Set password',
  noCurrent: 'Type the password you have now.',
  done: 'Your password is changed. Your other sessions have ended.',
}

export const sessionWords = {
  thisOne: 'this one',
  since: 'since',
  lastUsed: 'last used',
  methods: {
    password: 'password',
    magic_link: 'one-time link',
    invitation: 'invitation',
    set_up: 'set-up',
    switch: 'another company',
  },
  end: 'End',
  endLabel: (device: string) => `End the session on ${device}`,
  endOthers: 'End all others',
  endOthersTitle: 'End all your other sessions?',
  endOthersAbout: 'Every other browser and device has to sign in again. This one stays.',
  noOthers: 'There are no others.',
  ended: 'The session has ended.',
  endedOthers: (count: number) => (count === 1 ? 'One session has ended.' : `${count} sessions have ended.`),
}

export const companyWords = {
  installation: 'The installation',
  here: 'You are here',
  go: (name: string) => `Go to ${name}`,
}

export const writingWords = {
  title: 'Writing',
  locale: 'Days and numbers',
  localePlaceholder: 'As Deskhand writes them',
  undoSend: 'Hold my replies for eight seconds',
  undoSendAbout: 'After “Send” you can take a reply back until then. Leaving the page sends it at once.',
  signature: 'Under my replies',
  signatureAbout: 'Stands at the end of your replies in mails. In the page your name is there already.',
  save: 'Save signature',
  saved: 'Saved.',
}
