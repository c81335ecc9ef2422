import type { CertificateKind } from '@deskhand/contract'

const kinds: Record<CertificateKind, string> = { CERTIFICATE: 'Certificate', DOMAIN: 'Domain' }

/** Every word of the page of certificates and domains. */
export const certificateWords = {
  title: 'Certificates and domains',
  about: 'What expires, when, and who looks after it.',
  refused: 'Only whoever works at a desk sees certificates and domains.',
  licences: 'Licences',
  add: 'Add',
  addTitle: 'New certificate or domain',
  edit: 'Change',
  editLabel: (name: string) => `Change ${name}`,
  editTitle: (name: string) => `Change ${name}`,
  save: 'Save',
  saved: (name: string) => `${name} is saved.`,
  remove: 'Delete',
  removed: (name: string) => `${name} is deleted.`,
  search: 'Search certificates and domains',
  more: 'Show more',
  empty: 'Nothing that expires yet',
  emptyAbout: 'Add a certificate or a domain with the day on which it expires.',
  filtered: 'Nothing fits',
  clear: 'Clear filters',
  kind: 'Kind',
  kinds,
  dueOnly: 'Due only',
  sort: 'Order',
  sorts: { expires: 'What expires first', '-expires': 'What expires last', name: 'By name' } as Record<
    string,
    string
  >,
  name: 'Name',
  nameAbout: 'The host name or the domain.',
  issuer: 'Issuer or registrar',
  expiresOn: 'Expires on',
  renewsItself: 'Renews itself',
  owner: 'Looked after by',
  asset: 'On the thing',
  cost: 'Cost each time',
  remindDays: 'Days before that it is due',
  notes: 'Notes',
  expires: (day: string) => `expires on ${day}`,
  expired: (day: string) => `expired on ${day}`,
  left: (days: number) =>
    days < 0 ? 'Expired' : days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `In ${days} days`,
  itself: 'renews itself',
  on: 'on',
} as const
