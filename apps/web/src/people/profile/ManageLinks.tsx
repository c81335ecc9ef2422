import { adminPlaces } from '../../company/adminPlaces.ts'
import { holds, type Me } from '../../shell/session.ts'
import { shellWords } from '../../shell/words.ts'
import { LinkRow, LinkRows } from '../../ui/LinkRow.tsx'
import classes from './ManageLinks.module.css'
import { Section } from './Section.tsx'
import { profileWords as words } from './words.ts'

/** What stands in the rail and has no room in a phone's bar. */
export function ManageLinks({ me }: { me: Me }) {
  const settings = adminPlaces.find(({ may }) => holds(me, may))
  const links = [
    ...(holds(me, 'people.list') ? [{ href: '/people', title: shellWords.people }] : []),
    ...(holds(me, 'audit.read') ? [{ href: '/audit', title: shellWords.audit }] : []),
    ...(settings
      ? [
          {
            href: settings.href,
            title: holds(me, 'company.manage') ? shellWords.companySettings : shellWords.deskSettings,
          },
        ]
      : []),
  ]
  if (links.length === 0) return null
  return (
    <div className={classes.phone}>
      <Section title={words.sections.manage}>
        <LinkRows>
          {links.map((link) => (
            <LinkRow key={link.href} {...link} />
          ))}
        </LinkRows>
      </Section>
    </div>
  )
}
