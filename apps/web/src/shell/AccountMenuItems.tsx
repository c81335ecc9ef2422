import { people } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useCommand } from '../api.ts'
import { AvailabilityItems } from '../chat/AvailabilityItems.tsx'
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
        {(isPlatform(me) ? [] : themes).map((theme) => (
          <Menu.Item
            key={theme}
            role="menuitemradio"
            aria-checked={me.preferences.theme === theme}
            rightSection={me.preferences.theme === theme ? '✓' : null}
            onClick={() => prefer.mutate({ body: { theme } })}
          >
            {themeWords[theme]}
          </Menu.Item>
        ))}
        {isPlatform(me) ? null : <Menu.Divider />}
        <Menu.Item onClick={() => show('keys')}>{shellWords.help}</Menu.Item>
        <Menu.Item onClick={signOut}>{shellWords.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
