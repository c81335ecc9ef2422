export const entryWords = {
  edited: 'corrected',
  withdrawn: (name: string) => `${name} withdrew this.`,
  edit: 'Correct',
  withdraw: 'Withdraw',
  save: 'Save correction',
  cancel: 'Leave it',
  text: 'The corrected text',
  withdrawTitle: 'Withdraw this?',
  withdrawAbout: 'Its text and files disappear for everybody. That something was here stays to be seen.',
  failed: (sentence: string) => `Not changed. ${sentence}`,
  suggestions: 'People and teams',
  team: 'Team',
}
