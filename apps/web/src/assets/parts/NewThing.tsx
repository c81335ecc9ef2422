import { Plus } from 'lucide-react'
import { lazy, useMemo, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Opening } from '../../ui/Opening.tsx'
import { assetCommands, assetsWords as words } from '../words.ts'

const NewThingDialog = lazy(() => import('./NewThingDialog.tsx'))

/** Adding a thing, for whoever works at a desk. */
export const NewThing = () => (holds(useMe(), 'assets.work') ? <Offered /> : null)

function Offered() {
  const [isOpen, setOpen] = useState(false)
  useCommands(
    useMemo<Command[]>(
      () => [
        {
          id: 'assets.create',
          title: assetCommands.add,
          keys: 'n',
          scope: 'list',
          group: 'create',
          run: () => setOpen(true),
        },
      ],
      [],
    ),
  )
  return (
    <>
      <Button variant="primary" size="small" icon={<Icon of={Plus} />} onPress={() => setOpen(true)}>
        {words.add}
      </Button>
      {isOpen ? (
        <Opening>
          <NewThingDialog onClose={() => setOpen(false)} />
        </Opening>
      ) : null}
    </>
  )
}
