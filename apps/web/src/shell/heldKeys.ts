/** What was typed for a dialog that was asked for and is not there yet, and when the last of it was. */
let held = ''
let heldAt = 0
/** Since when the next dialog is on its way, and whether its field is just being given what was held. */
let since: number | null = null
let isGiving = false

const dialogs = '[role="dialog"][aria-modal="true"]'
/** Those that have had the focus; a dialog that goes away keeps nothing that is typed behind it. */
let entered = new WeakSet<Element>()

/** Whoever waits for longer than this, in milliseconds, has gone on with what they were at. */
const longest = 5_000

/** Whether a dialog is on its way: its code is being fetched, or it has yet to take the focus. */
export function isOpening() {
  if (isGiving || document.querySelector('[data-opening]')) return true
  // What one writes in a dialog, or in what it opened, is meant for it.
  if (document.activeElement?.closest('[role="dialog"]')) return false
  return [...document.querySelectorAll(dialogs)].some((one) => !entered.has(one) && one.checkVisibility())
}

/** Before a command runs: it may open again what is just going away. */
export function awaitDialog() {
  entered = new WeakSet()
}

/**
 * True for a key that is meant for a dialog on its way: it does nothing else, and a letter is kept for the first field.
 * Where one was writing when the dialog was asked for, nothing is written any more.
 */
export function holdKey(event: KeyboardEvent, isInField: boolean): boolean {
  if (!isOpening()) {
    held = ''
    since = null
    return false
  }
  since ??= event.timeStamp
  if (isInField && event.timeStamp - since > longest) return false
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  heldAt = event.timeStamp
  if (event.key === 'Backspace') held = held.slice(0, -1)
  else if (event.key.length === 1) held += event.key
  else if (!isInField) return true
  event.preventDefault()
  return true
}

/** Gives the field of a dialog what was typed for it, as if it had had the focus all along. */
export function giveHeldKeys(target: Element, isField: boolean) {
  const dialog = target.closest(dialogs)
  if (!dialog) return
  entered.add(dialog)
  if (!isField || !held || performance.now() - heldAt > longest) return
  isGiving = true
  // What is typed until then comes behind it. This is the only way of writing into a field of which its owner hears, and
  // which ⌘Z takes back.
  requestAnimationFrame(() => {
    isGiving = false
    const text = held
    held = ''
    since = null
    if (document.activeElement === target) document.execCommand('insertText', false, text)
  })
}
