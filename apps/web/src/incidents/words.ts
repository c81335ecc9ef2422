export const incidentWords = {
  section: 'Known problems',
  where: (site: string | null) => site ?? 'Everywhere',
  since: 'since',
  lastUpdate: 'Last update',
  count: (count: number) => (count === 1 ? '1 person has it.' : `${count} people have it.`),
  countWithMe: (count: number) =>
    count === 1
      ? 'You have it.'
      : count === 2
        ? 'You and 1 other have it.'
        : `You and ${count - 1} others have it.`,
  join: 'I have this too',
  joinNamed: (title: string) => `I have this too: ${title}`,
  leave: 'Not me after all',
  leaveNamed: (title: string) => `Not me after all: ${title}`,
  joined: 'You are told as soon as there is news.',
  left: 'You are not told of it any more.',
  failed: (sentence: string) => `Not done. ${sentence}`,
}

export const leadWords = {
  title: 'Major incident',
  declare: 'Declare a major incident',
  declareTitle: (ref: string) => `Declare a major incident on ${ref}`,
  confirm: 'Declare it',
  about: 'Everybody reads this, not only who may see the request. Name nobody.',
  titleField: 'What is wrong, in a few words',
  messageField: 'What people should know or do meanwhile',
  siteField: 'Whom it concerns',
  allSites: 'Everybody',
  declared: 'Everybody whom it concerns sees it now.',
  onlyLead: 'Only who leads the desk declares one.',
  confidential: 'It is confidential; everybody would read that it exists.',
  settled: 'It is done; there is nothing to warn of.',
  runsAlready: 'One runs on it already.',
  affected: (count: number) => (count === 1 ? '1 has it' : `${count} have it`),
  more: (count: number) => `and ${count} more`,
  update: 'One update to all of them',
  send: 'Tell everybody',
  empty: 'Write what they should know.',
  sent: (count: number) => (count === 1 ? '1 person is told.' : `${count} people are told.`),
  end: 'It is over',
  endTitle: 'End this incident?',
  endConsequence: 'The banner goes away, and everybody who has it is told that it is over, with your words.',
  lastWord: 'What solved it (optional)',
  endConfirm: 'End it',
  ended: 'The incident is over.',
}
