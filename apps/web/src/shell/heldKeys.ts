/** What was typed for a dialog that was asked for and is not there yet. */
let held = ''

const dialogs = '[role="dialog"][aria-modal="true"]'

/** Whether a dialog is on its way: its code is being fetched, or it has yet to take the focus. */
function isOpening() {
  if (document.querySelector('[data-opening]')) return true
  const shown = [...document.querySelectorAll(dialogs)].some((one) => one.checkVisibility())
  return shown && document.activeElement === document.body
}

/** True for a key that is meant for a dialog on its way: it does nothing else, and a letter is kept for the first field. */
export function holdKey(event: KeyboardEvent): boolean {
  if (!isOpening()) {
    held = ''
    return false
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  if (event.key === 'Backspace') held = held.slice(0, -1)
  else if (event.key.length === 1) held += event.key
  else return true
  event.preventDefault()
  return true
}

/** Gives a field what was typed for it, as if it had had the focus all along. */
export function giveHeldKeys(field: HTMLElement) {
  const text = held
  held = ''
  if (!text || !field.closest(dialogs)) return
  // The only way of writing into a field of which its owner hears, and which ⌘Z takes back.
  requestAnimationFrame(() => {
    if (document.activeElement === field) document.execCommand('insertText', false, text)
  })
}
