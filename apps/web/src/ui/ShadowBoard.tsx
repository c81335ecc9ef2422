import type { ReactNode } from 'react'

export type Shape = 'tray' | 'list' | 'people' | 'page' | 'search' | 'bell'

/** Outlines of what belongs in an empty place, 160 × 96, drawn like tools painted on a pegboard. */
const outlines: Record<Shape, ReactNode> = {
  tray: (
    <>
      <path d="M20 58h34l8 12h36l8-12h34v22a6 6 0 0 1-6 6H26a6 6 0 0 1-6-6z" />
      <path d="M20 58 38 22a6 6 0 0 1 5-3h74a6 6 0 0 1 5 3l18 36" />
    </>
  ),
  list: (
    <>
      <rect x="20" y="14" width="120" height="20" rx="4" />
      <rect x="20" y="40" width="120" height="20" rx="4" />
      <rect x="20" y="66" width="120" height="20" rx="4" />
      <path d="M30 24h.1M30 50h.1M30 76h.1M44 24h52M44 50h66M44 76h44" />
    </>
  ),
  people: (
    <>
      <circle cx="60" cy="34" r="15" />
      <path d="M32 86c0-20 12-32 28-32s28 12 28 32" />
      <circle cx="104" cy="40" r="11" />
      <path d="M98 60c18-3 30 8 30 26" />
    </>
  ),
  page: (
    <>
      <path d="M48 10h46l18 18v54a4 4 0 0 1-4 4H48a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4z" />
      <path d="M94 10v18h18M56 44h44M56 56h44M56 68h28" />
    </>
  ),
  search: (
    <>
      <circle cx="72" cy="42" r="27" />
      <path d="m92 62 26 26M58 42h28" />
    </>
  ),
  bell: (
    <>
      <path d="M80 12c16 0 24 12 24 27 0 20 6 27 12 33H44c6-6 12-13 12-33 0-15 8-27 24-27z" />
      <path d="M71 80a9 9 0 0 0 18 0" />
    </>
  ),
}

export function ShadowBoard({ shape, size = 160 }: { shape: Shape; size?: number }) {
  return (
    <svg
      width={size}
      height={size * 0.6}
      viewBox="0 0 160 96"
      fill="none"
      stroke="var(--color-edge)"
      strokeWidth="1.5"
      strokeDasharray="4 4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {outlines[shape]}
    </svg>
  )
}
