export const followWords = {
  title: 'Following',
  none: 'Nobody else follows this.',
  add: 'Add',
  whom: 'Colleague or e-mail address',
  whomPlaceholder: 'Name or address',
  outside: 'outside',
  remove: (name: string) => `Let ${name} follow no more`,
  confidential: 'A confidential request is followed only by people on its list.',
  failed: (sentence: string) => `Not done. ${sentence}`,
  added: (name: string) => `${name} follows this now.`,
  removed: (name: string) => `${name} follows this no more.`,
  address: (text: string) => `Send replies to ${text}`,
}

export const watchWords = {
  follow: 'Follow',
  leave: 'Follow no more',
  follows: (reference: string) => `You follow ${reference}.`,
  leaves: (reference: string) => `You follow ${reference} no more.`,
  failed: followWords.failed,
  closed: 'Closed. Only reopening changes it.',
}

export const leaveWords = {
  title: 'Get no more mails?',
  about: (email: string, ref: string, summary: string, company: string) =>
    `${email} gets the replies on ${ref} “${summary}” of ${company}.`,
  confirm: 'Get no more mails about it',
  left: 'You get no more mails about this.',
  leftAbout: (ref: string) => `Whoever added you to ${ref} cannot add you again.`,
  missing: 'This link leads nowhere.',
  missingAbout: 'It may have been cut off, or you were taken off already.',
}
