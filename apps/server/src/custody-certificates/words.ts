/** Sentences for people. */
export const words = {
  noSuchCompany: 'There is no such company.',
  noKey: 'The key to sign with is made within five minutes. Try again then.',
  tooLong: (limit: number) => `More than ${limit} events do not go into one certificate.`,
  whole: 'everything that happened to it',
  ownPart: (name: string) => `what happened since ${name} has it, without what is the desk's`,
  title: (tag: string) => `Custody certificate of ${tag}`,
  issued: (when: string, company: string) => `Issued by ${company} on ${when}.`,
  happened: 'What happened',
  check: 'How to check it',
  how: 'The file custody-certificate.json lies in this document as an attachment. It holds every event as it was signed, their hashes and the signature. "deskhand verify certificate FILE" checks it, and so does openssl by the guide docs/guides/custody-certificate.md.',
  key: (id: string, at: string) => `Signed by the key ${id}. The keys of the company are public at ${at}.`,
} as const
