export const certificateWords = {
  pdf: 'Custody certificate',
  file: 'Custody certificate as a file',
} as const

/** Sentences of the page of keys. */
export const signingKeyWords = {
  title: 'Signing keys',
  about:
    'Custody certificates and reports of stock-takes are signed with the key of the company. Whoever checks one needs its public key alone.',
  refused: 'Only admins see the keys with which the company signs.',
  empty: 'No key yet',
  emptyAbout: 'Deskhand makes the first one within five minutes.',
  signs: (day: string) => `Signs since ${day}`,
  signed: (from: string, until: string) =>
    `Signed from ${from} to ${until}; what it signed is checked with it still`,
  fingerprint: 'SHA-256',
  download: 'Public key',
  downloadOf: (key: string) => `Download the public key ${key}`,
  fileName: (key: string) => `signing-key-${key}.pem`,
  rotate: 'Make a new key',
  rotateTitle: 'Sign with a new key from now on?',
  rotateAbout:
    'The key of today signs nothing more. What it signed stays whole, and its public key stays here.',
  rotated: (key: string) => `The key ${key} signs from now on.`,
} as const
