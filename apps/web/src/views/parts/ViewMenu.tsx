import { type View, views } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { lazy, useState } from 'react'
import { useCommand } from '../../api.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Opening } from '../../ui/Opening.tsx'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { lensOf } from '../lens.ts'
import { viewWords as words } from '../words.ts'
import classes from './ViewMenu.module.css'

const SaveViewDialog = lazy(() => import('./SaveViewDialog.tsx'))

type ViewMenuProps = {
  title: string
  /** Left out for a view that comes with Deskhand. */
  view: View | undefined
  isPinned: boolean
  onPin: (isPinned: boolean) => void
  onMove: (by: number) => void
}

/** What can be done with a view beside opening it. */
export function ViewMenu({ title, view, isPinned, onPin, onMove }: ViewMenuProps) {
  const [isEditing, setEditing] = useState(false)
  const remove = useCommand(views.remove)
  const create = useCommand(views.create)

  async function deleteView(one: View) {
    const { id: _, ownerId: __, ownerName: ___, mayChange: ____, version, ...body } = one
    try {
      await remove.mutateAsync({ params: { id: one.id }, ifMatch: version })
      toast(words.deleted(one.name), { undo: () => create.mutate({ body }) })
    } catch (thrown) {
      toast(words.failed(problemOf(thrown)?.detail ?? ''))
    }
  }
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <button type="button" className={classes.more} aria-label={words.more(title)}>
            <Icon of={Ellipsis} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onPin(!isPinned)}>{isPinned ? words.unpin : words.pin}</Menu.Item>
          <Menu.Item onClick={() => onMove(-1)}>{words.up}</Menu.Item>
          <Menu.Item onClick={() => onMove(1)}>{words.down}</Menu.Item>
          {view?.mayChange ? (
            <>
              <Menu.Item onClick={() => setEditing(true)}>{words.rename}</Menu.Item>
              <Menu.Item onClick={() => void deleteView(view)}>{words.delete}</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {isEditing && view ? (
        <Opening>
          <SaveViewDialog
            lens={lensOf(view)}
            view={view}
            onClose={() => setEditing(false)}
            onSaved={() => undefined}
          />
        </Opening>
      ) : null}
    </>
  )
}
