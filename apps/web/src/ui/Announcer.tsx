import { useAnnouncement } from './announcements.ts'

/** The one polite live region; the shell draws it once. */
export function Announcer() {
  return (
    <output className="visually-hidden" aria-live="polite">
      {useAnnouncement()}
    </output>
  )
}
