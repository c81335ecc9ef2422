import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { newLink } from '../links.ts'
import { changesColumn } from '../queries/columns.ts'

export type Asked = {
  voteId: string
  personId: string
  /** Whose vote it was at first. */
  forName: string | null
  amount: string | null
  currency: string | null
  costCenter: string | null
  justification: string | null
  dueAt: Date
  changes: { field: string; label: string | null }[]
  /** The address of the page that decides: with a token, or, above a limit and of what is confidential, without. */
  link: string
  decidesByLink: boolean
}

type Row = Omit<Asked, 'link'> & { approvalId: string }

/**
 * The way to decide for each of these votes that still wait: for mails. Above the limit, and for a confidential
 * request, it leads to the sign-in.
 */
export async function issueLinks(
  { secret, config }: Pick<Platform, 'secret' | 'config'>,
  tx: Tx,
  voteIds: readonly string[],
): Promise<Asked[]> {
  const votes = await tx.query<Row>(
    `select v.id as "voteId", v.person_id as "personId", v.approval_id as "approvalId",
       origin.name as "forName", a.amount::text as amount, a.currency, a.cost_center as "costCenter", a.justification,
       v.due_at as "dueAt", ${changesColumn} as changes, not a.needs_signature and not r.is_confidential as "decidesByLink"
     from app.approval_votes v
     join app.approvals a on a.company_id = v.company_id and a.id = v.approval_id and a.status = 'PENDING'
     join app.requests r on r.company_id = v.company_id and r.id = v.request_id and r.deleted_at is null
     left join app.people origin on origin.company_id = v.company_id and origin.id = v.for_person_id
     where v.company_id = $1 and v.id = any ($2::uuid[]) and v.state = 'PENDING' for no key update of v`,
    [tx.whose.companyId, voteIds],
  )
  return Promise.all(
    votes.map(async ({ approvalId, ...vote }) => ({
      ...vote,
      link: vote.decidesByLink
        ? `${config.url}/approve#token=${await newLink(tx, secret, { id: vote.voteId, personId: vote.personId })}`
        : `${config.url}/approvals/${approvalId}`,
    })),
  )
}
