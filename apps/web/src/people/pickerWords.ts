export const personPickerWords = {
  find: 'Type a name',
  nobody: 'Nobody with that name',
}
