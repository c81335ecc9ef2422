/** Every sentence about certificates and domains that the server says to people. */
export const words = {
  noSuchCertificate: 'There is no such certificate or domain.',
  noSuchPerson: 'There is no such person, or they are not here any more.',
  noSuchThing: 'There is no such thing.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  deleted: (name: string) => `Deleted ${name}`,
} as const
