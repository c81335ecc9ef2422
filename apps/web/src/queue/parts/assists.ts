import type { ComposerProps } from '../../ui/Composer.tsx'

type Assist = NonNullable<ComposerProps['assist']>

/** Several helpers of one field: at most one of them has something to show. */
export const joined = (...assists: readonly Assist[]): Assist => ({
  list: assists.find(({ list }) => list !== null)?.list ?? null,
  onKeyDown: (event) => assists.some(({ onKeyDown }) => onKeyDown(event)),
  onCaret: (at) => {
    for (const { onCaret } of assists) onCaret(at)
  },
  aria: Object.assign({}, ...assists.map(({ aria }) => aria)),
})
