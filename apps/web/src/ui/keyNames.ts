/** Mod is ⌘ on Apple machines and Ctrl elsewhere. */
export const isApple = /mac|iphone|ipad/i.test(navigator.platform)

const apple: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '⏎', Backspace: '⌫' }
const others: Record<string, string> = { Mod: 'Ctrl' }

/** `Mod+Shift+Enter` → `⌘⇧⏎` or `Ctrl Shift Enter`; a sequence `g h` → `G then H`. */
export function keyNames(keys: string): string {
  const chord = (text: string) => {
    const parts = text.split('+').map((part) => {
      const named = (isApple ? apple : others)[part] ?? part
      return named.length === 1 ? named.toUpperCase() : named
    })
    return parts.join(isApple ? '' : ' ')
  }
  return keys.split(' ').map(chord).join(' then ')
}
