import { assets } from '@deskhand/contract'
import { lazy, Suspense, useState } from 'react'
import { useRead } from '../api.ts'
import { nameOf } from '../assets/columns.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { kitWords as words } from './words.ts'

const HandOutKitDialog = lazy(() => import('./HandOutKitDialog.tsx'))
const TakeBackDialog = lazy(() => import('./TakeBackDialog.tsx'))

type Person = { id: string; name: string }

/** Beside what somebody has: a kit for them, and all of it back in one deed. */
export function PersonKits({ person }: { person: Person }) {
  const [open, setOpen] = useState<'out' | 'back' | null>(null)
  const mayWork = holds(useMe(), 'assets.work')
  const { data } = useRead(
    assets.list,
    { query: { personId: person.id, status: 'DEPLOYED', limit: 100 } },
    { enabled: mayWork },
  )
  const things = data?.data ?? []
  if (!mayWork) return null
  const close = () => setOpen(null)
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button size="small" onPress={() => setOpen('out')}>
          {words.handOutKit}
        </Button>
        {things.length > 0 ? (
          <Button size="small" onPress={() => setOpen('back')} label={words.takeBackFrom(person.name)}>
            {words.takeBack}
          </Button>
        ) : null}
      </div>
      {open ? (
        <Suspense fallback={null}>
          {open === 'out' ? (
            <HandOutKitDialog kit={null} person={person} onClose={close} />
          ) : (
            <TakeBackDialog
              things={things.map((thing) => ({
                id: thing.id,
                assetTag: thing.assetTag,
                name: nameOf(thing),
              }))}
              from={person.name}
              personId={person.id}
              onClose={close}
            />
          )}
        </Suspense>
      ) : null}
    </>
  )
}
