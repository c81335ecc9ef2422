import { NavGroup, NavItem, SectionNav } from '../../shell/SectionNav.tsx'
import { companyWords as words } from '../words.ts'

export function CompanyNav({ current }: { current: 'general' | 'mail' }) {
  return (
    <SectionNav label={words.nav}>
      <NavGroup title={words.nav}>
        <NavItem href="/company" label={words.general} isCurrent={current === 'general'} />
        <NavItem href="/company/mail" label={words.mail} isCurrent={current === 'mail'} />
      </NavGroup>
    </SectionNav>
  )
}
