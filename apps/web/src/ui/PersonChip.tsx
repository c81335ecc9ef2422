import { Avatar } from './Avatar.tsx'
import { classNames } from './classNames.ts'
import classes from './PersonChip.module.css'

type PersonChipProps = {
  name: string
  /** "Design lead, Madrid": makes it two lines with a large badge. */
  about?: string | null
}

export function PersonChip({ name, about }: PersonChipProps) {
  return (
    <span className={classNames(classes.chip, about !== undefined && classes.large)}>
      <Avatar name={name} size={about === undefined ? 20 : 32} />
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {about ? <span className={classes.about}>{about}</span> : null}
      </span>
    </span>
  )
}
