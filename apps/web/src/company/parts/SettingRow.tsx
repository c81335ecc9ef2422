import { Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from './SettingRow.module.css'

export function SettingList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

type SettingRowProps = {
  name: string
  about: ReactNode
  children?: ReactNode
  /** Left out where the reader may not change it. */
  acts?: { edit: string; onEdit: () => void; remove?: string; onRemove?: () => void } | null
}

/** Something that is kept in the settings: its name, what it is, and how it is changed. */
export function SettingRow({ name, about, children, acts }: SettingRowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <div className={classes.about}>{about}</div>
        {children}
      </div>
      {acts ? (
        <div className={classes.acts}>
          <IconButton label={acts.edit} icon={<Icon of={Pencil} />} onPress={acts.onEdit} />
          {acts.remove && acts.onRemove ? (
            <IconButton label={acts.remove} icon={<Icon of={Trash2} />} onPress={acts.onRemove} />
          ) : null}
        </div>
      ) : null}
    </li>
  )
}
