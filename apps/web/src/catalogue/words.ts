export const askWords = {
  title: 'Ask for something',
  about: 'Pick what comes closest. Whoever reads it puts it right.',
  filter: 'Find in the list',
  filterKey: 'Find in the list of what can be asked for',
  desks: 'Desks',
  everything: 'Everything',
  other: 'Something else',
  otherAbout: 'Say it in your own words. It always works.',
  otherWith: (text: string) => `Ask about “${text}” in your own words.`,
  found: (count: number) => (count === 1 ? '1 entry fits' : `${count} entries fit`),
  results: 'What fits',
  nothing: 'Nothing in the list fits these words.',
}

export const formWords = {
  back: 'All that can be asked for',
  forOther: 'For someone else',
  person: 'For whom',
  personAbout: 'The request will be theirs: they read it, answer and get the mails.',
  noPerson: 'Say for whom you ask.',
  desk: 'Who should get it',
  noDesk: 'Say which desk should get it.',
  summary: 'What is it about',
  summaryAbout: 'One line is enough, such as “VPN drops every 20 minutes”.',
  noSummary: 'One line that says what it is about.',
  description: 'Details',
  descriptionAbout: 'What you see, since when, and what you have tried. Leave out passwords.',
  files: 'Pictures and files',
  filesAbout: (megabytes: number) => `Up to ${megabytes} MB each. Drop or paste them anywhere on this page.`,
  details: 'A few details',
  urgency: 'How soon do you need it?',
  urgencies: {
    LOW: 'It can wait',
    MEDIUM: 'In the next days',
    HIGH: 'I cannot work without it',
  },
  impact: 'Who is affected?',
  impacts: { LOW: 'Only me', MEDIUM: 'My team', HIGH: 'Many people or the whole company' },
  leaveOpen: 'If you are not sure, leave both open. The desk decides.',
  confidential: 'Keep it confidential',
  confidentialAbout: (desk: string) => `Only you and the people of ${desk} can read it.`,
  send: 'Send request',
  problems: (count: number) => (count === 1 ? 'One answer is missing.' : `${count} answers are missing.`),
  draft: 'Draft saved',
  restored: 'This is your draft from',
  startOver: 'Start over',
  gone: 'This can no longer be asked for.',
  goneAbout: 'It was taken off the list. Something else always works.',
}

export const nextWords = {
  title: 'What happens next',
  receipt: 'You get a reference and a mail at once.',
  desk: (desk: string) => `${desk} reads it and takes it.`,
  deskPromise: (promise: string) => `${promise}.`,
  done: (promise: string) => `How long it takes: ${promise}.`,
  follow: 'You see here who has it, and every answer.',
  lock: (desk: string) =>
    `Only you and the people of ${desk} can read this. Your manager and other desks cannot.`,
  whoTitle: 'Who gets it',
}

export const sentWords = {
  title: (reference: string) => `${reference} is sent`,
  uploading: 'Your text arrived. The files are on their way.',
  failed: (count: number) =>
    count === 1 ? 'Your text arrived. One file did not.' : `Your text arrived. ${count} files did not.`,
  failedAbout: 'Try them again here, or add them later on the request.',
  open: (reference: string) => `Open ${reference}`,
  without: (reference: string) => `Go to ${reference} without them`,
}
