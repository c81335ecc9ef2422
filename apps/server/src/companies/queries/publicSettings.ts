import { companies } from '@deskhand/contract'
import { inEach } from '../../identity/access.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { demoSignIns } from '../demoSignIns.ts'

type Row = { isDemo: boolean; hasMailServer: boolean; companyIds: string[] }

/** What the sign-in page needs before anyone is known; nothing here depends on who asks. */
export const publicSettings = handleOutside(
  companies.publicSettings,
  ({ platform, open }) =>
    open(async ({ tx }) => {
      const [row] = await tx.query<Row>(
        `select coalesce((select value = 'true' from ops.settings where name = 'demo'), false) as "isDemo",
           exists (select from ops.settings where name = 'mail') as "hasMailServer",
           array(select distinct company_id from auth.memberships limit 2) as "companyIds"`,
      )
      const companyIds = row?.companyIds ?? []
      const [only] = companyIds.length === 1 ? companyIds : []
      const [company] = only
        ? await inEach<{ name: string }>(
            tx,
            [{ companyId: only, personId: null }],
            'select name from app.companies where company_id = app.cid()',
          )
        : []
      const isDemo = row?.isDemo ?? false
      const mailConfigured = platform.config.smtpUrl !== null || (row?.hasMailServer ?? false)
      return {
        companyName: company?.[0]?.name ?? null,
        needsSetUp: companyIds.length === 0,
        isDemo,
        hasMailbox: isDemo && !mailConfigured,
        mailConfigured,
        demoSignIns: isDemo ? [...demoSignIns] : [],
      }
    }),
  { door: 'auth' },
)
