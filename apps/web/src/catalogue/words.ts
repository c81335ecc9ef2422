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
  mostUsed: 'Asked for most',
  approval: 'needs approval',
  drafts: 'Not sent yet',
  draftUnnamed: 'Without a title yet',
}

/** For who scanned the code of a place. */
export const hereWords = {
  here: 'You are at',
  elsewhere: 'I am elsewhere',
  where: (path: readonly string[]) => `Where: ${path.toReversed().join(', ')}`,
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
  noDescription: 'Say it in your own words, too.',
  templates: 'Start from',
  step: (at: number, of: number) => `${at} of ${of}`,
  stepOn: 'Next',
  stepBack: 'Back',
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
  problems: (count: number) => (count === 1 ? 'One answer needs a look.' : `${count} answers need a look.`),
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

export const previewWords = {
  approval: 'Who approves it',
  standsIn: (name: string, away: string) => `${name}, for ${away}, who is away`,
  skipped: (reason: string | null) => (reason ? `Not asked. ${reason}` : 'Not asked.'),
  dependsOnAmount: 'It depends on what it costs. Fill in the amount to see who else is asked.',
  dependsAlone: 'It depends on what it costs. Fill in the amount to see whether somebody is asked.',
  when: 'By when',
  /** Until the server has said it. */
  soon: 'It follows from what you write, and stands here then.',
  noPromise: 'Nothing is promised for this. You see here how it goes on.',
  /** What desk or kind says of itself, as a sentence. */
  usual: (promise: string) => `${promise.charAt(0).toUpperCase()}${promise.slice(1)}.`,
  answered: (when: string) => `Sent now, it has an answer by ${when}.`,
  done: (when: string, isAfter: boolean) =>
    isAfter
      ? `It should be done by ${when}; while somebody is asked to approve it, that time stands still.`
      : `It should be done by ${when}.`,
  expected: (likely: string, latest: string) =>
    likely === latest
      ? `Requests like this are mostly done by ${likely}.`
      : `Requests like this are mostly done by ${likely}, nearly always by ${latest}.`,
  learnt: (count: number, basis: 'type' | 'desk') =>
    basis === 'type' ? `Learnt from ${count} of this kind.` : `Learnt from ${count} of this desk.`,
  there: 'Maybe it is there already',
  thereAbout: (own: number, known: number) =>
    own === 0
      ? known === 1
        ? 'This may be a known problem.'
        : 'These may be known problems.'
      : known > 0
        ? 'Maybe it is known already, or you have asked before.'
        : own === 1
          ? 'You have asked for something like this. Open it to add to it.'
          : 'You have asked for things like this. Open one to add to it.',
  meToo: 'Me too',
  meTooNamed: (title: string) => `Me too: ${title}`,
  counted: 'You are told of it.',
}
