export const words = {
  noDraft: 'You have no draft here. Write something first.',
  noSuchDraft: 'There is no such draft, or it is not shared any more.',
  isYours: 'This draft is yours already.',
  haveOwn: 'You have begun a reply of your own. Send or discard it first.',
}
