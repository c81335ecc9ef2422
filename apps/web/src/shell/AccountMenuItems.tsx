import { people } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useCommand } from '../api.ts'
import { AvailabilityItems } from '../chat/AvailabilityItems.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useSignOut } from './baseCommands.ts'
import { show } from './overlays.ts'
import { isPlatform, isStaff, useMe } from './session.ts'
import { shellWords, themeWords } from './words.ts'

const themes = ['system', 'light', 'dark', 'contrast'] as const

/** What the avatar opens: profile, look, keys, sign out. Its code comes when one reaches for it. */
export default function AccountMenuItems({ target, isOpen }: { target: React.ReactNode; isOpen: boolean }) {
  const me = useMe()
  const router = useRouter()
  const signOut = useSignOut()
  const prefer = useCommand(people.setPreferences)
  return (
    <Menu width={220} position="bottom-end" defaultOpened={isOpen}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {me.company.name}
        </Menu.Label>
        <Menu.Item onClick={() => router.history.push('/profile')}>{shellWords.profile}</Menu.Item>
        {isPlatform(me) ? null : (
          <Menu.Item onClick={() => router.history.push('/away')}>{shellWords.away}</Menu.Item>
        )}
        <Menu.Divider />
        {isStaff(me) ? <AvailabilityItems /> : null}
        {isPlatform(me) ? null : <Menu.Label>{themeWords.title}</Menu.Label>}
        {isPlatform(me) ? null : (
          <Menu.RadioGroup
            value={me.preferences.theme}
            onChange={(next) => {
              const theme = themes.find((one) => one === next)
              if (theme) prefer.mutate({ body: { theme } })
            }}
          >
            {themes.map((theme) => (
              <Menu.RadioItem key={theme} value={theme} closeMenuOnClick checkIcon={<Icon of={Check} />}>
                {themeWords[theme]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        )}
        {isPlatform(me) ? null : <Menu.Divider />}
        <Menu.Item onClick={() => show('keys')}>{shellWords.help}</Menu.Item>
        <Menu.Item onClick={signOut}>{shellWords.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
