import { useEffect, useSyncExternalStore } from 'react'
import { preferences } from '../theme/preferences.ts'
import { isApple } from '../ui/keyNames.ts'
import { type Command, commandsNow } from './commands.ts'
import { awaitDialog, giveHeldKeys, holdKey } from './heldKeys.ts'

const sequenceLimit = 1200
const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/** The character for Latin layouts, the physical key for others, so that G is G on a Greek keyboard as well. */
function letterOf(event: KeyboardEvent) {
  if (event.key.length > 1) return event.key === ' ' ? 'Space' : event.key
  if (event.key >= '!' && event.key <= '~') return event.key.toLowerCase()
  return event.code.match(/^Key([A-Z])$/)?.[1]?.toLowerCase() ?? event.key
}

/** The chord in the spelling of commands: `Mod+Shift+k`, `Shift+v`, `?`, `j`. */
export function chordOf(event: KeyboardEvent) {
  const letter = event.key === ' ' ? 'Space' : letterOf(event)
  const isMod = isApple ? event.metaKey : event.ctrlKey
  // On ? and other signs Shift is how one types them, not part of the command.
  const isShifted = event.shiftKey && (letter.length > 1 || /[a-z]/.test(letter))
  return [isMod && 'Mod', event.altKey && 'Alt', isShifted && 'Shift', letter].filter(Boolean).join('+')
}

function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select')
}

/** A dialog or an open menu has the keyboard to itself. */
const covers = '[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]'
const isCovered = () => [...document.querySelectorAll(covers)].some((cover) => cover.checkVisibility())

let pending = ''
const watchers = new Set<() => void>()

function wait(prefix: string) {
  pending = prefix
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The first key of a sequence that is waiting for its second, for the corner of the screen. */
export const usePendingKey = () => useSyncExternalStore(watch, () => pending)

const findLast = (keys: string): Command | undefined =>
  commandsNow().findLast((command) => command.keys === keys)

/** Whether a longer sequence begins with these keys. */
const begins = (keys: string) => commandsNow().some((one) => one.keys?.startsWith(`${keys} `))

/** Listens for every command's key; the shell uses it once. */
export function useKeys() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What is waited for was done already, and may be followed by more. */
    let isRun = false

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || modifiers.has(event.key)) return
      // What one types behind the key of a dialog is for the dialog.
      if (holdKey(event, isTyping(event.target))) return
      const chord = chordOf(event)
      const isSingle = !chord.includes('Mod+') && !chord.includes('Alt+')
      const field = isTyping(event.target) ? event.target : null
      // Escape leaves a field, so that single keys are heard again.
      if (field && chord === 'Escape' && !isCovered()) field.blur()
      if (isSingle && (!preferences().singleKeys || field || isCovered())) return

      const keys = pending && isSingle ? `${pending} ${chord}` : chord
      clearTimeout(timer)
      if (pending) wait('')
      // After `.` a further `.` may copy more; any other key means what it always means.
      const command = findLast(keys) ?? (isRun ? findLast(chord) : undefined)
      isRun = false
      // In a field ⌘A picks the text, not the list.
      if (field && command?.scope === 'list') return
      if (command) {
        event.preventDefault()
        if (!command.disabledReason) {
          awaitDialog()
          command.run()
        }
        isRun = begins(command.keys ?? '')
        if (!isRun) return
      } else if (!isSingle || !begins(keys)) return
      event.preventDefault()
      wait(command?.keys ?? keys)
      timer = setTimeout(wait, sequenceLimit, '')
    }

    function onFocus({ target }: FocusEvent) {
      if (target instanceof Element) giveHeldKeys(target, isTyping(target))
    }

    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('focusin', onFocus)
      clearTimeout(timer)
    }
  }, [])
}
