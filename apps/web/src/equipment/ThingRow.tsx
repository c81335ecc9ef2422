import { type EquipmentThing, equipment } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayOf, plainDay, shortDate, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Equipment.module.css'
import type { Saying } from './SayDialog.tsx'
import { equipmentWords as words } from './words.ts'

// Few who look say something.
const SayDialog = lazy(() => import('./SayDialog.tsx'))

/** One of the reader's things, and what they can say of it. */
export function ThingRow({ thing, isBrief = false }: { thing: EquipmentThing; isBrief?: boolean }) {
  const [saying, setSaying] = useState<Saying | null>(null)
  const { id, assetTag, name } = thing
  const now = useNow()
  const confirm = useCommand(equipment.confirm, { onSuccess: () => toast(words.done.confirm(name)) })
  const state = stateOf(thing)
  const isHere = thing.status === 'DEPLOYED'
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>
          {name} <Tag kind="asset" reference={assetTag} size="compact" />
        </p>
        <p className={classes.facts}>{factsOf(thing, now, isBrief).join(' · ')}</p>
        {state ? <p className={classes.state}>{state}</p> : null}
      </div>
      <div className={classes.acts}>
        {!isBrief && isHere && (!thing.confirmedAt || thing.isConfirmationAsked) && !thing.isDisputed ? (
          <Button
            size="small"
            busy={confirm.isPending}
            onPress={() => confirm.mutate({ params: { id }, body: {} })}
          >
            {words.confirm}
          </Button>
        ) : null}
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <button type="button" className={classes.more} aria-label={words.menu(name)}>
              <Icon of={Ellipsis} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setSaying('fault')}>{words.fault}</Menu.Item>
            {isHere && !thing.isReturnAsked ? (
              <Menu.Item onClick={() => setSaying('giveBack')}>{words.giveBack}</Menu.Item>
            ) : null}
            {thing.isDisputed ? null : (
              <Menu.Item onClick={() => setSaying('dispute')}>{words.dispute}</Menu.Item>
            )}
            {isHere ? <Menu.Item onClick={() => setSaying('missing')}>{words.missing}</Menu.Item> : null}
            {thing.status === 'MISSING' ? (
              <Menu.Item onClick={() => setSaying('found')}>{words.found}</Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      </div>
      {saying ? (
        <Suspense fallback={null}>
          <SayDialog thing={thing} saying={saying} onClose={() => setSaying(null)} />
        </Suspense>
      ) : null}
    </li>
  )
}

function factsOf(thing: EquipmentThing, now: Date, isBrief: boolean): string[] {
  const { since, dueAt, warrantyEndsOn, serialNumber, confirmedAt, kind, name } = thing
  const isCovered = warrantyEndsOn !== null && warrantyEndsOn >= dayOf(now)
  const warranty =
    warrantyEndsOn === null
      ? null
      : isCovered
        ? words.warranty(plainDay(warrantyEndsOn, now))
        : words.warrantyOver
  const all = isBrief
    ? [dueAt && words.dueBack(shortDate(new Date(dueAt), now)), warranty]
    : [
        kind !== name && kind,
        serialNumber && words.serial(serialNumber),
        since && words.since(shortDate(new Date(since), now)),
        dueAt && words.dueBack(shortDate(new Date(dueAt), now)),
        warranty,
        confirmedAt && words.confirmed(shortDate(new Date(confirmedAt), now)),
      ]
  return all.filter((fact) => typeof fact === 'string')
}

function stateOf({
  status,
  isDisputed,
  isReturnAsked,
  isConfirmationAsked,
  acceptance,
}: EquipmentThing): string | null {
  if (status === 'MISSING') return words.states.missing
  if (status === 'IN_MAINTENANCE') return words.states.repair
  if (isDisputed) return words.states.disputed
  if (isReturnAsked) return words.states.returning
  if (isConfirmationAsked) return words.states.asked
  return acceptance === 'PENDING' ? words.states.pending : null
}
