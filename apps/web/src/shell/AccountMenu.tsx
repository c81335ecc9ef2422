import { lazy, Suspense, useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import classes from './AccountMenu.module.css'
import { useMe } from './session.ts'
import { shellWords } from './words.ts'

const load = () => import('./AccountMenuItems.tsx')
const AccountMenuItems = lazy(load)

/** The avatar of whoever is signed in. The menu behind it is no part of the first load. */
export function AccountMenu() {
  const me = useMe()
  const [isAsked, setAsked] = useState(false)
  const button = (
    <button
      type="button"
      className={classes.button}
      aria-label={shellWords.account(me.name)}
      aria-haspopup="menu"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setAsked(true)}
    >
      <Avatar name={me.name} size={28} />
    </button>
  )
  if (!isAsked) return button
  return (
    <Suspense fallback={button}>
      <AccountMenuItems target={button} isOpen />
    </Suspense>
  )
}
