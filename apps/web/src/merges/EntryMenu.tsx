import type { Activity, Request } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { lazy, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { Opening } from '../ui/Opening.tsx'
import classes from './EntryMenu.module.css'
import { mergeWords as words } from './words.ts'

const SplitDialog = lazy(() => import('./parts/SplitDialog.tsx'))

/** What one can do with a single entry of the timeline. */
export function EntryMenu({ request, entry }: { request: Request; entry: Activity }) {
  const [isSplitting, setSplitting] = useState(false)
  if (!request.can.includes('note') || entry.activityType !== 'COMMENT' || entry.fromReference) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={classes.more} aria-label={words.menu}>
            <Icon of={Ellipsis} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setSplitting(true)}>{words.split}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isSplitting ? (
        <Opening>
          <SplitDialog request={request} entry={entry} onClose={() => setSplitting(false)} />
        </Opening>
      ) : null}
    </>
  )
}
