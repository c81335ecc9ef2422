import { deliveryDays } from '@deskhand/contract'

export const words = {
  noSuchWebhook: 'There is no such webhook.',
  noSuchDelivery: `There is no such delivery. They are kept for ${deliveryDays} days.`,
  taken: (name: string) => `There is a webhook “${name}” already.`,
  stale: 'Somebody changed this webhook since you opened it. Look at it and try again.',
  inUse: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join(' and ')} ${names.length === 1 ? 'calls' : 'call'} it. Let ${names.length === 1 ? 'it' : 'them'} call something else first.`,
  off: 'This webhook is off. Switch it on first.',
  isWaiting: 'This delivery waits to be sent already.',
  confidential: (ref: string) => `${ref} is confidential by now: nothing of it leaves.`,
  gone: (ref: string) => `${ref} is deleted: nothing of it leaves.`,

  notSecure: 'This address is not encrypted. Use one that begins with https.',
  otherPort: 'Addresses of the internet are called on the usual port alone. Leave the port out.',
  private: (host: string) =>
    `${host} lies in a private network. Whoever runs this installation can allow it (DESKHAND_WEBHOOK_NETWORKS).`,
  nowhere: (host: string) => `${host} leads nowhere.`,
  tooLong: 'It took too long to answer.',
  wasOff: 'The webhook was off.',
  redirected: 'It sends us elsewhere, and we do not follow. Write the address where it ends.',
  refused: (status: number) => `It answered ${status}.`,
  stoppedGone: 'The address says that it is gone for good (410).',
  stoppedLong: (reason: string) => `Nothing arrived for three days. Last: ${reason}`,
  unreadable: 'Its secret cannot be read: the installation has another DESKHAND_SECRET. Make a new secret.',
} as const
