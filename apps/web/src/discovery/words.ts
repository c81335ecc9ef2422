import type { ConflictKind, MatchBy } from '@deskhand/contract'

/** Every word of the pages of inventory agents. */
export const discoveryWords = {
  title: 'Discovery',
  about: 'Agents report devices by an address of your own; what they find becomes things.',
  refused: 'Only admins set up agents.',

  tokens: 'Addresses for agents',
  tokensAbout: 'One for each roll-out, so that it can be revoked alone.',
  addToken: 'Make an address',
  tokenName: 'Name',
  tokenExample: 'Laptops of the headquarters',
  make: 'Make it',
  noTokens: 'No agent can report yet',
  noTokensAbout: 'Make an address and give it to the agents as their server.',
  agentsBy: (count: number) => (count === 1 ? '1 agent' : `${count} agents`),
  revoked: 'Revoked',
  never: 'Not used yet',
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke “${name}”?`,
  revokeAbout: 'Agents that use it are turned away from now on.',
  revokedToast: (name: string) => `“${name}” is revoked.`,
  madeTitle: (name: string) => `“${name}” is ready`,
  madeAbout: 'This address is shown once. Write it into the agents as their server:',
  address: 'Address',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  old: 'FusionInventory or OCS on Linux',
  copy: (what: string) => `Copy for ${what}`,
  copied: 'Copied.',
  done: 'Done',

  agents: 'Agents',
  noAgents: 'No agent has come yet',
  noAgentsAbout: 'They appear here with their first contact.',
  search: 'Search agents',
  state: 'State',
  states: { ALLOWED: 'Allowed', HELD: 'Waits to be allowed', BLOCKED: 'Blocked' },
  allow: 'Allow',
  block: 'Block',
  changed: (name: string, state: string) => `${name}: ${state.toLowerCase()}.`,
  more: 'Show more',

  inbox: 'To decide',
  inboxAbout: 'Devices that do not fit one thing, and reports that could not be taken.',
  noConflicts: 'Nothing to decide',
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  unnamed: 'A report',
  isThis: (tag: string) => `It is ${tag}`,
  createThing: 'Make a thing of it',
  ignore: 'Ignore',
  matched: 'They belong together now.',
  created: 'It is a thing now.',
  ignored: 'Ignored.',

  rules: 'Rules',
  rulesAbout: 'How devices are recognised, and what agents leave alone.',
  matchBy: 'Recognise devices by',
  makesThings: 'Make things of new devices',
  makesThingsHelp: 'Otherwise they wait above.',
  holds: 'Let new agents wait until somebody allows them',
  locked: 'Agents leave these alone',
  contactHours: 'Hours between two reports',
  ignoredSerials: 'Serial numbers that many devices share, one a line',
  save: 'Save',
  saved: 'The rules are saved.',

  hardware: 'Hardware',
  noInventory: 'No agent has reported this thing',
  noInventoryAbout: 'What agents say of it appears here.',
  reportedBy: (agent: string, version: string | null) => (version ? `${agent} (${version})` : agent),
} as const

export const signWords: Record<MatchBy, string> = {
  UUID: 'UUID',
  SERIAL: 'Serial number',
  MAC: 'Network card',
}

export const conflictWords: Record<ConflictKind, string> = {
  SEVERAL: 'Fits several things',
  CONTRADICTION: 'Contradicts itself',
  NOTHING_TO_MATCH: 'Says too little',
  UNMATCHED: 'Fits nothing',
  REFUSED: 'Could not be taken',
}

export const fieldWords = { name: 'Name', serialNumber: 'Serial number', modelId: 'Model' } as const

/** The parts of an inventory in the order in which one reads them. */
export const sectionWords: Record<string, string> = {
  system: 'System',
  bios: 'Board and BIOS',
  device: 'Device',
  os: 'Operating system',
  processors: 'Processors',
  memory: 'Memory',
  disks: 'Disks',
  volumes: 'Volumes',
  networks: 'Network',
  ports: 'Ports',
  monitors: 'Monitors',
  graphics: 'Graphics',
  batteries: 'Batteries',
  printers: 'Printers',
  usb: 'USB',
  antivirus: 'Virus protection',
  virtualMachines: 'Virtual machines',
  firmware: 'Firmware',
  cartridges: 'Cartridges',
  pages: 'Pages printed',
  sim: 'SIM cards',
}

/** `serialNumber` as one reads it: `Serial number`. */
export const labelOf = (field: string): string => {
  const spaced = field
    .replace(/^is([A-Z])/, '$1')
    .replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`)
    .trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
