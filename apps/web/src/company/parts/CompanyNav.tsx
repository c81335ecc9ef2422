import { NavGroup, NavItem, SectionNav } from '../../shell/SectionNav.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { adminPlaces } from '../adminPlaces.ts'
import { companyWords as words } from '../words.ts'

/** The pages of the company's settings that this person may open; `current` is the id of the one they are in. */
export function CompanyNav({ current }: { current: string }) {
  const me = useMe()
  const groups = Object.entries(words.groups).map(([id, title]) => ({
    title,
    places: adminPlaces.filter(({ group, may }) => group === id && holds(me, may)),
  }))
  return (
    <SectionNav label={words.nav}>
      {groups.map(({ title, places }) =>
        places.length > 0 ? (
          <NavGroup key={title} title={title}>
            {places.map(({ id, href, label }) => (
              <NavItem key={id} href={href} label={label} isCurrent={current === id} />
            ))}
          </NavGroup>
        ) : null,
      )}
    </SectionNav>
  )
}
