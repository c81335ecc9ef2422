export const foundWords = {
  place: 'Found things',
  title: 'What finders read',
  about:
    'Whoever finds a thing of yours and scans its label comes to a small page. It says what stands here, nothing of the thing and nothing of your people. What they write goes to the desk that keeps it.',
  refused: 'Only admins say what finders read.',
  isOpen: 'There is such a page',
  isOpenHelp: 'Without it, labels lead everybody to the sign-in.',
  showsName: 'It says whose things they are',
  thanks: 'Thanks',
  thanksHelp: 'Empty, it says: Thank you for picking this up.',
  howToReturn: 'How to give it back',
  howToReturnHelp: 'Where to leave it, when somebody is there, whether you pay the post.',
  saved: 'Saved.',
  yes: 'yes',
  no: 'no',
}
export const foundFieldWords = {
  isOpen: foundWords.isOpen,
  showsName: foundWords.showsName,
  thanks: foundWords.thanks,
  howToReturn: foundWords.howToReturn,
}
