/** What sign-in says, and the subjects of its mails. */
export const words = {
  /** One sentence for a wrong password, an unknown address, somebody blocked or invited, a suspended company. */
  refused: 'That address and password do not open anything here.',
  sessionOver: 'The session has ended. Sign in again.',
  race: 'Another tab was quicker. Use its new token.',
  gone: 'This link has been used or is too old. Ask for a new one.',
  askedElsewhere:
    'This link signs in where it was asked for, and nowhere else. Type the code from the mail there, or ask for a new link here.',
  goneInvitation: 'This invitation has been used or is too old. Ask whoever sent it for a new one.',
  wrongCode: 'That is not the code in the mail. Look again.',
  goneCode: 'This code has been used, is too old or was tried too often. Ask for a new one.',
  noSession: 'There is no such session of yours.',
  noCompany: 'There is no such company of yours.',
  signInAgain: 'An invitation opens its own company only. Sign in again to go to another one.',
  tooMany: (seconds: number) =>
    `Too many tries. Wait ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}, then try again.`,
  commonPassword: 'Others would try this one first. Take a longer phrase of your own.',
  ownWords: 'This one is made of names that everybody here knows. Take a phrase of your own.',
  needsPassword: 'Choose a password to go with your address.',
  hasPassword: 'This address can sign in already. Leave the password out and keep the one you have.',
  noPassword: 'You have no password. Ask for a code by mail.',
  wrongCurrent: 'That is not your current password.',
  wrongSetUpToken: 'That is not the set-up token. It stands in the log of the server.',
  isSetUp: 'This installation is set up already. Sign in instead.',
  mails: {
    magicLink: (company: string) => `Sign in to ${company}`,
    passwordReset: (company: string) => `Choose a new password for ${company}`,
    passwordChanged: () => 'Your password was changed',
    passwordGuessed: () => 'Somebody tried to guess your password',
  },
}
