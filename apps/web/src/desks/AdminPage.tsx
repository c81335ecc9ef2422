import type { ReactNode } from 'react'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { companyWords } from '../company/words.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'

type AdminPageProps = {
  /** Its id among the places of the settings. */
  place: string
  title: string
  about: string
  actions?: ReactNode
  children: ReactNode
}

/** A page of the desks' settings, for who may set them up. */
export function AdminPage({ place, title, about, actions, children }: AdminPageProps) {
  const me = useMe()
  if (!holds(me, 'desks.manage')) return <RefusedPage>{companyWords.refused}</RefusedPage>
  return (
    <>
      <CompanyNav current={place} />
      <Page title={title} about={about} width="wide" actions={actions}>
        {children}
      </Page>
    </>
  )
}
