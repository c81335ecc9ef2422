import { alerts } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { useTopics } from '../../liveTopics.ts'
import { NavGroup, NavItem, SectionNav } from '../../shell/SectionNav.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { thingPlaces } from '../thingPlaces.ts'
import { thingPlaceWords as words } from '../thingPlaceWords.ts'

const topics = ['assets']

/** The pages about things that this person may open; all of them hear what happens to things and to what is kept of them. */
export function ThingsNav({ path }: { path: string }) {
  const me = useMe()
  useTopics(topics)
  const counts: Record<string, number | null> = {
    '/alerts': useRead(alerts.counts, {}, { enabled: holds(me, 'assets.read') }).data?.open ?? null,
  }
  const groups = Object.entries(words.groups).map(([id, title]) => ({
    title,
    places: thingPlaces.filter(({ group, may }) => group === id && holds(me, may)),
  }))
  const within = thingPlaces.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  const current = within.reduce((long, { href }) => (href.length > long.length ? href : long), '')
  return (
    <SectionNav label={words.nav}>
      {groups.map(({ title, places }) =>
        places.length > 0 ? (
          <NavGroup key={title} title={title}>
            {places.map(({ href, label }) => (
              <NavItem
                key={href}
                href={href}
                label={label}
                isCurrent={href === current}
                {...(href in counts && { count: counts[href] })}
              />
            ))}
          </NavGroup>
        ) : null,
      )}
    </SectionNav>
  )
}
