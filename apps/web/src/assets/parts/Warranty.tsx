import { dayOf, plainDay, useNow } from '../../ui/time.ts'
import classes from '../AssetsPage.module.css'
import { assetsWords as words } from '../words.ts'

/** From so many days on its end is near enough to be counted. */
const near = 60
const aDay = 86_400_000

/** `isNearOnly`: nothing while there is time, and nothing when it is long over. */
export function Warranty({ day, isNearOnly = false }: { day: string | null; isNearOnly?: boolean }) {
  const now = useNow()
  if (day === null) return null
  const today = dayOf(now)
  const left = Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / aDay)
  if (isNearOnly && (left < 0 || left > near)) return null
  if (left < 0) return <span className={classes.over}>{words.warrantyOver(plainDay(day, now))}</span>
  if (left > near) return plainDay(day, now)
  return (
    <span className={classes.soon} title={plainDay(day, now)}>
      {words.warrantyLeft(left)}
    </span>
  )
}
