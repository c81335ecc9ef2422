import type { Present } from '@deskhand/contract'
import { Pencil } from 'lucide-react'
import { Avatar } from '../ui/Avatar.tsx'
import { classNames } from '../ui/classNames.ts'
import classes from './PresentAvatars.module.css'
import { presenceWords as words } from './words.ts'

const most = 3

/** Others at a record: a dot for who looks, a pencil for who writes. */
export function PresentAvatars({ people, size = 24 }: { people: readonly Present[]; size?: 20 | 24 }) {
  if (people.length === 0) return null
  const shown = people.slice(0, most)
  return (
    <ul className={classes.people} aria-label={words.here}>
      {shown.map(({ id, name, doing }) => (
        <li key={id} className={classes.person} title={words.doing[doing](name)}>
          <Avatar name={name} size={size} />
          <span
            className={classNames(classes.mark, doing !== 'looking' && classes.writes)}
            aria-hidden="true"
          >
            {doing === 'looking' ? null : <Pencil size={9} strokeWidth={3} />}
          </span>
          <span className="visually-hidden">{words.doing[doing](name)}</span>
        </li>
      ))}
      {people.length > most ? <li className={classes.more}>{words.more(people.length - most)}</li> : null}
    </ul>
  )
}
