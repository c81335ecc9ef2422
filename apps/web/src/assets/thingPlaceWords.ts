/** `command` is what the palette calls the way there. */
export const thingPlaceWords = {
  nav: 'Things',
  all: { label: 'All things', command: 'Go to things' },
  overview: { label: 'Overview', command: 'Things in numbers' },
  scan: { label: 'Scan', command: 'Scan things' },
  stockTakes: { label: 'Stock-takes', command: 'Go to stock-takes' },
  kits: { label: 'Kits', command: 'Go to kits' },
  reservations: { label: 'Reservations', command: 'Go to reservations' },
  alerts: { label: 'Alerts', command: 'Go to alerts' },
  stock: { label: 'Stock', command: 'Go to the stock' },
  licences: { label: 'Licences', command: 'Go to licences' },
  renewals: { label: 'Renewals', command: 'Go to renewals' },
  certificates: { label: 'Certificates', command: 'Go to certificates and domains' },
  claims: { label: 'Insurance claims', command: 'Go to insurance claims' },
  disposals: { label: 'Disposals', command: 'Go to disposals' },
  software: { label: 'Software', command: 'Go to software' },
  groups: { things: 'Things', handedOut: 'Handed out', kept: 'Kept in order', counted: 'Counted' },
}
