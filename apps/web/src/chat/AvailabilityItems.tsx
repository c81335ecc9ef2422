import { Availability, chat } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { Check } from 'lucide-react'
import { useCommand, useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { dayAndTime } from '../ui/time.ts'
import { chatWords as words } from './words.ts'

/** In the menu of the avatar: whether one takes chats, and whether one's desks are at work. */
export function AvailabilityItems() {
  const { data } = useRead(chat.mine, {})
  const set = useCommand(chat.setMine)
  const state = set.data?.state ?? data?.state
  return (
    <>
      <Menu.Label>
        {words.availability}
        {data && !data.isOnShift
          ? ` · ${words.offShift(data.backAt && dayAndTime(new Date(data.backAt)))}`
          : null}
      </Menu.Label>
      <Menu.RadioGroup
        value={state ?? null}
        onChange={(next) => {
          const one = Availability.options.find((option) => option === next)
          if (one) set.mutate({ body: { state: one } })
        }}
      >
        {Availability.options.map((one) => (
          <Menu.RadioItem key={one} value={one} checkIcon={<Icon of={Check} />}>
            {words.states[one]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
    </>
  )
}
