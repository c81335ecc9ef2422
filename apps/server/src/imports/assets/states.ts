import { type AssetState, type AssetSubState, assetSubStates } from '@deskhand/contract'

export type Standing = { status: AssetState; subStatus: AssetSubState | null }

/** What Snipe-IT and people call where a thing is; ours are found by themselves. */
const said: Record<string, Standing> = {
  'ready to deploy': { status: 'IN_STOCK', subStatus: 'AVAILABLE' },
  deployable: { status: 'IN_STOCK', subStatus: 'AVAILABLE' },
  available: { status: 'IN_STOCK', subStatus: 'AVAILABLE' },
  stock: { status: 'IN_STOCK', subStatus: 'AVAILABLE' },
  'in storage': { status: 'IN_STOCK', subStatus: 'AVAILABLE' },
  pending: { status: 'IN_STOCK', subStatus: 'TO_INSPECT' },
  undeployable: { status: 'IN_STOCK', subStatus: 'DEFECTIVE' },
  broken: { status: 'IN_STOCK', subStatus: 'DEFECTIVE' },
  'broken not fixable': { status: 'IN_STOCK', subStatus: 'DEFECTIVE' },
  'in use': { status: 'DEPLOYED', subStatus: 'NORMAL' },
  assigned: { status: 'DEPLOYED', subStatus: 'NORMAL' },
  'checked out': { status: 'DEPLOYED', subStatus: 'NORMAL' },
  'out for repair': { status: 'IN_MAINTENANCE', subStatus: 'VENDOR_RMA' },
  'out for diagnostics': { status: 'IN_MAINTENANCE', subStatus: 'INTERNAL' },
  repair: { status: 'IN_MAINTENANCE', subStatus: 'INTERNAL' },
  'lost stolen': { status: 'MISSING', subStatus: 'LOST' },
  archived: { status: 'RETIRED', subStatus: 'DISPOSED' },
}

const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Our own words, the state before what it is told more exactly: `handed out`, `in stock`, `on loan`. */
const ours = new Map<string, Standing>()
for (const [status, subs] of Object.entries(assetSubStates)) {
  // The keys of the table are its states.
  const state = status as AssetState
  ours.set(plain(status), { status: state, subStatus: subs[0] ?? null })
  for (const subStatus of subs)
    if (!ours.has(plain(subStatus))) ours.set(plain(subStatus), { status: state, subStatus })
}

/** Where a thing is by what a list says, or null where nobody can tell. `Deployed (deployed)` is Snipe-IT’s own. */
export function standingOf(word: string): Standing | null {
  const [name = ''] = word.split('(')
  const key = plain(name)
  return said[key] ?? ours.get(key) ?? null
}
