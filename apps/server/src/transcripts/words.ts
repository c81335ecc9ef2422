export const words = {
  confidential:
    'This conversation is confidential and does not leave the house by mail. Download it instead.',
  noPerson: 'Only a person of a company can have it mailed.',
  subject: (ref: string, summary: string) => `[${ref}] What was said: ${summary}`,
  headline: (ref: string) => `What was said on ${ref}`,
}
