import type { StockAccount, StockKind } from '@deskhand/contract'

/** One of the accounts between which units move. */
export type Account =
  | { account: 'PLACE' | 'RESERVED'; locationId: string }
  | { account: 'PERSON'; personId: string }
  | { account: 'ASSET'; assetId: string }
  | { account: 'USED' | 'SUPPLIER' | 'ADJUSTMENT' }

/** A line of the ledger: so many more, or with a minus fewer, in this account. */
export type Line = Account & { quantity: number }

/** The id of an account that there is only one of. */
export const onlyOne = '00000000-0000-0000-0000-000000000000'

export const holderOf = (account: Account): string =>
  'locationId' in account
    ? account.locationId
    : 'personId' in account
      ? account.personId
      : 'assetId' in account
        ? account.assetId
        : onlyOne

/** What goes from one account to another: two lines that sum to zero. */
export const between = (from: Account, to: Account, quantity: number): Line[] => [
  { ...from, quantity: -quantity },
  { ...to, quantity },
]

/** Where units are once they are issued to somebody or something. */
export const issuedTo = (
  kind: StockKind,
  { kind: who, id }: { kind: 'person' | 'thing'; id: string },
): Account => {
  if (kind === 'CONSUMABLE') return { account: 'USED' }
  return who === 'person' ? { account: 'PERSON', personId: id } : { account: 'ASSET', assetId: id }
}

/** Accounts that never have less than nothing; the database says the same. */
export const isBounded = (account: StockAccount): boolean =>
  account === 'PLACE' || account === 'RESERVED' || account === 'PERSON' || account === 'ASSET'
