export const uploadWords = {
  failed: 'The file did not upload. Your text is safe. Try the file again.',
}
