import { type ReactNode, useId } from 'react'
import classes from './ToolBoard.module.css'

/** The tools of a working day, painted as outlines where they belong on the board; each with its blank label. */
export function ToolBoard() {
  return (
    <Board className={classes.board} viewBox="0 0 840 900" fit="xMidYMid slice">
      <Phone x={132} y={76} />
      <Headset x={318} y={84} />
      <Badge x={566} y={100} />
      <Laptop x={98} y={372} />
      <Dock x={540} y={520} />
      <Cable x={470} y={670} />
    </Board>
  )
}

/** The same tools in a row, where there is room for a strip only. */
export function ToolStrip() {
  return (
    <Board className={classes.strip} viewBox="0 0 1150 284" fit="xMidYMid meet">
      <Phone x={20} y={30} />
      <Headset x={150} y={34} />
      <Laptop x={336} y={12} />
      <Badge x={746} y={-86} />
      <Dock x={922} y={104} />
    </Board>
  )
}

type BoardProps = { className: string | undefined; viewBox: string; fit: string; children: ReactNode }

function Board({ className, viewBox, fit, children }: BoardProps) {
  const dots = useId()
  return (
    <svg className={className} viewBox={viewBox} preserveAspectRatio={fit} role="presentation">
      <defs>
        <pattern id={dots} width="28" height="28" patternUnits="userSpaceOnUse">
          <circle cx="14" cy="14" r="1.6" className={classes.dot} />
        </pattern>
      </defs>
      <rect x="-4200" y="-1200" width="9400" height="3300" fill={`url(#${dots})`} />
      <g className={classes.tools}>{children}</g>
    </svg>
  )
}

type Place = { x: number; y: number }
const at = ({ x, y }: Place) => `translate(${x} ${y})`

/** The punched label that every tool wears, blank until somebody takes it. */
function Label(place: Place) {
  return (
    <g transform={at(place)} className={classes.label}>
      <rect width="76" height="22" rx="3" />
      <circle cx="11" cy="11" r="3" className={classes.hole} />
    </g>
  )
}

const Laptop = (place: Place) => (
  <g transform={at(place)}>
    <rect x="34" y="0" width="312" height="206" rx="14" />
    <rect x="50" y="16" width="280" height="174" rx="4" />
    <path d="M6 226h368l-14 26a14 14 0 0 1-12 7H32a14 14 0 0 1-12-7z" />
    <path d="M150 226c0 8 6 12 12 12h56c6 0 12-4 12-12" />
    <Label x={152} y={288} />
  </g>
)

const Dock = (place: Place) => (
  <g transform={at(place)}>
    <rect x="0" y="0" width="196" height="54" rx="12" />
    <path d="M26 27h28M72 27h18M108 27h18" />
    <circle cx="164" cy="27" r="9" />
    <Label x={60} y={78} />
  </g>
)

const Badge = (place: Place) => (
  <g transform={at(place)}>
    <path d="M72 92C20 60 8 10 30-22M72 92c52-32 64-82 42-114" />
    <rect x="58" y="92" width="28" height="16" rx="4" />
    <rect x="12" y="108" width="120" height="166" rx="12" />
    <circle cx="72" cy="168" r="25" />
    <path d="M34 246c4-24 19-36 38-36s34 12 38 36z" />
    <Label x={34} y={296} />
  </g>
)

const Phone = (place: Place) => (
  <g transform={at(place)}>
    <rect x="0" y="0" width="92" height="182" rx="16" />
    <path d="M34 14h24M32 168h28" />
    <Label x={8} y={200} />
  </g>
)

const Headset = (place: Place) => (
  <g transform={at(place)}>
    <path d="M14 96V78a62 62 0 0 1 124 0v18" />
    <rect x="0" y="94" width="30" height="56" rx="12" />
    <rect x="122" y="94" width="30" height="56" rx="12" />
    <path d="M137 150c0 22-18 30-44 30" />
    <rect x="70" y="172" width="24" height="16" rx="8" />
    <Label x={38} y={208} />
  </g>
)

const Cable = (place: Place) => (
  <g transform={at(place)}>
    <circle cx="86" cy="78" r="62" />
    <circle cx="86" cy="78" r="44" />
    <path d="M146 92c30 8 44 30 44 62v14M28 100C2 112-14 132-14 160v8" />
    <rect x="176" y="168" width="28" height="34" rx="5" />
    <path d="M183 202v14h14v-14" />
    <rect x="-28" y="168" width="28" height="34" rx="5" />
    <path d="M-21 202v14h14v-14" />
    <Label x={48} y={160} />
  </g>
)
