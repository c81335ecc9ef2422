import type { LucideIcon } from 'lucide-react'

/** A Lucide drawing at Bench's size and stroke; always decoration, the words stand beside it. */
export function Icon({ of: Drawing, size = 16 }: { of: LucideIcon; size?: 16 | 20 }) {
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" />
}
