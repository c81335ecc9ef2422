import { Availability, chat } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { useCommand, useRead } from '../api.ts'
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
      {Availability.options.map((one) => (
        <Menu.Item
          key={one}
          role="menuitemradio"
          aria-checked={state === one}
          rightSection={state === one ? '✓' : null}
          closeMenuOnClick={false}
          onClick={() => set.mutate({ body: { state: one } })}
        >
          {words.states[one]}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}
