import { Menu } from '@mantine/core'
import { Check, ChevronDown } from 'lucide-react'
import { Icon } from '../../ui/Icon.tsx'
import { detailWords } from '../words.ts'
import type { TimelineView } from './Timeline.tsx'
import classes from './TimelineMenu.module.css'

type TimelineMenuProps = { view: TimelineView; onView: (view: TimelineView) => void }

const views = Object.keys(detailWords.views) as TimelineView[]

/** Which part of what happened is shown; in the head's first line, because height is for the timeline. */
export function TimelineMenu({ view, onView }: TimelineMenuProps) {
  const now = detailWords.views[view]
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <button type="button" className={classes.shown} aria-label={detailWords.shows(now)}>
          {now} <Icon of={ChevronDown} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          aria-label={detailWords.show}
          value={view}
          onChange={(next) => onView(next as TimelineView)}
        >
          {views.map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick checkIcon={<Icon of={Check} />}>
              {detailWords.views[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
