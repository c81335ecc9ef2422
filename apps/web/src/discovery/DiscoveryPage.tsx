import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'
import { Agents } from './parts/Agents.tsx'
import { Inbox } from './parts/Inbox.tsx'
import { Rules } from './parts/Rules.tsx'
import { Tokens } from './parts/Tokens.tsx'
import { discoveryWords as words } from './words.ts'

/** Agents: their addresses, what is to be decided, who has come, and the rules. */
export default function DiscoveryPage() {
  const me = useMe()
  if (!holds(me, 'company.manage')) return <RefusedPage>{words.refused}</RefusedPage>
  return (
    <>
      <CompanyNav current="discovery" />
      <Page title={words.title} about={words.about} width="wide">
        <Inbox />
        <Tokens />
        <Agents />
        <Rules />
      </Page>
    </>
  )
}
