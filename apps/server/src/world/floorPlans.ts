import type { Tx } from '../platform/db/transaction.ts'
import { drawWithin } from '../platform/files/drawWithin.ts'

type Room = [
  x: number,
  y: number,
  width: number,
  height: number,
  kind: 'room' | 'desks' | 'stairs' | 'lift' | 'wet',
]
type Plan = { site: string; name: string; rooms: Room[]; pins: [x: number, y: number][] }

/** Floors of the demo company, in metres, and where things broke on them. */
const plans: Plan[] = [
  {
    site: 'Madrid',
    name: 'Floor 2',
    rooms: [
      [0, 0, 14, 8, 'desks'],
      [14, 0, 6, 8, 'room'],
      [20, 0, 6, 8, 'room'],
      [26, 0, 14, 8, 'desks'],
      [0, 11, 8, 9, 'room'],
      [8, 11, 5, 9, 'stairs'],
      [13, 11, 4, 9, 'lift'],
      [17, 11, 7, 9, 'wet'],
      [24, 11, 16, 9, 'desks'],
    ],
    pins: [
      [512, 781],
      [84, 212],
      [905, 655],
      [388, 170],
    ],
  },
  {
    site: 'Porto',
    name: 'Ground floor',
    rooms: [
      [0, 0, 22, 12, 'desks'],
      [22, 0, 10, 6, 'room'],
      [22, 6, 10, 6, 'wet'],
      [32, 0, 8, 12, 'stairs'],
      [0, 15, 40, 7, 'desks'],
    ],
    pins: [[640, 330]],
  },
  {
    site: 'Bilbao',
    name: 'Workshop',
    rooms: [
      [0, 0, 26, 14, 'room'],
      [26, 0, 10, 7, 'desks'],
      [26, 7, 10, 7, 'wet'],
      [0, 17, 8, 5, 'stairs'],
      [8, 17, 28, 5, 'desks'],
    ],
    pins: [[300, 280]],
  },
]

/** Where there is such a site, its plan; and a pin on the newest requests of that site that were asked with the form. */
export async function insertFloorPlans(tx: Pick<Tx, 'run'>, companyId: string, at: Date): Promise<void> {
  for (const { site, name, rooms, pins } of plans) {
    const drawn = await drawingOf(rooms)
    await tx.run(insertPlan, [companyId, site, name, drawn.width, drawn.height, drawn.picture, at])
    await tx.run(insertPins, [companyId, site, name, JSON.stringify(pins.map(([x, y]) => ({ x, y })))])
  }
}

const drawings = new Map<readonly Room[], ReturnType<typeof drawWithin>>()

/** Drawn once for all tests of a process. */
async function drawingOf(rooms: readonly Room[]) {
  const known = drawings.get(rooms) ?? drawWithin(paint(rooms), 2_000)
  drawings.set(rooms, known)
  const drawn = await known
  if (!drawn) throw new Error('A floor plan of the demo world cannot be drawn.')
  return drawn
}

type Colour = readonly [number, number, number]
type Box = [x: number, y: number, width: number, height: number, colour: Colour]

/** So many dots for a metre, and what lies around the house. */
const scale = 28
const margin = 1
const colours = {
  paper: [253, 252, 248],
  floor: [241, 239, 230],
  wall: [55, 66, 74],
  thing: [139, 151, 158],
  room: [255, 255, 255],
  desks: [251, 250, 245],
  stairs: [232, 229, 218],
  lift: [224, 221, 208],
  wet: [227, 238, 240],
} as const satisfies Record<string, Colour>

/** A floor as an architect would draw it in a minute: walls, doors, desks, stairs. */
function paint(rooms: readonly Room[]) {
  const width = Math.max(...rooms.map(([x, , w]) => x + w))
  const height = Math.max(...rooms.map(([, y, , h]) => y + h))
  const columns = (width + 2 * margin) * scale
  const rows = (height + 2 * margin) * scale
  const data = Buffer.alloc(columns * rows * 3)
  const fill = ([x, y, w, h, colour]: Box) => {
    const dot = (metres: number) => Math.round((metres + margin) * scale)
    const line = Buffer.from(Array.from({ length: dot(x + w) - dot(x) }, () => colour).flat())
    for (let row = dot(y); row < dot(y + h); row++) line.copy(data, (row * columns + dot(x)) * 3)
  }
  fill([-margin, -margin, width + 2 * margin, height + 2 * margin, colours.paper])
  for (const box of framed(0, 0, width, height, 0.3, colours.wall, colours.floor)) fill(box)
  for (const room of rooms) for (const box of boxesOf(room)) fill(box)
  return { data, raw: { width: columns, height: rows, channels: 3 as const } }
}

/** A box with a border as thick as that. */
const framed = (
  x: number,
  y: number,
  width: number,
  height: number,
  thick: number,
  border: Colour,
  inside: Colour,
): Box[] => [
  [x, y, width, height, border],
  [x + thick, y + thick, width - 2 * thick, height - 2 * thick, inside],
]

function boxesOf(room: Room): Box[] {
  const [x, y, width, height, kind] = room
  // A door towards the corridor, half way along the wall.
  const door: Box = [x + width / 2 - 0.6, y === 0 ? y + height - 0.15 : y, 1.2, 0.15, colours.floor]
  return [...framed(x, y, width, height, 0.15, colours.wall, colours[kind]), door, ...thingsIn(room)]
}

const times = <Made>(count: number, make: (at: number) => Made[]): Made[] =>
  Array.from({ length: count }, (_, at) => make(at)).flat()
const thing = (x: number, y: number, width: number, height: number) =>
  framed(x, y, width, height, 0.08, colours.thing, colours.room)

function thingsIn([x, y, width, height, kind]: Room): Box[] {
  switch (kind) {
    case 'desks':
      return times(Math.floor((width - 1.5) / 3), (column) =>
        times(Math.max(1, Math.floor((height - 3) / 2.6)), (row) => {
          const [left, top] = [x + 1.2 + column * 3, y + 1.2 + row * 2.6]
          return [...thing(left, top, 1.8, 0.9), ...thing(left + 0.6, top + 1.1, 0.6, 0.5)]
        }),
      )
    case 'stairs':
      return times(Math.floor(height / 0.8) - 1, (at) => [
        [x + 0.6, y + 0.8 * (at + 1), width - 1.2, 0.08, colours.thing],
      ])
    case 'lift':
      return times(Math.floor((height - 0.8) / 2.6), (at) =>
        thing(x + 0.7, y + 0.7 + at * 2.6, width - 1.4, 2.1),
      )
    case 'wet':
      return times(Math.floor((width - 1) / 1.8), (at) =>
        thing(x + 0.9 + at * 1.8, y + height - 1.8, 0.9, 1.2),
      )
    case 'room':
      return thing(x + width / 2 - 1.4, y + height / 2 - 1, 2.8, 2)
  }
}

const idOf = (text: string) => `overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`

const insertPlan = `
  insert into app.floor_plans (company_id, id, unit_id, name, width, height, picture, created_at)
  select $1, ${idOf(`$1::uuid || 'plan' || $2 || $3`)}, b.id, $3, $4, $5, $6, $7
  from app.business_units b where b.company_id = $1 and b.kind = 'SITE' and b.name = $2`

const insertPins = `
  update app.requests r set custom_fields = r.custom_fields || jsonb_build_object('pin',
    jsonb_build_object('planId', n.plan_id, 'x', n.pin -> 'x', 'y', n.pin -> 'y'))
  from (select r.id, f.id as plan_id, $4::jsonb -> (row_number() over (order by r.created_at desc, r.id))::int - 1 as pin
    from app.requests r
    join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'FACILITY_ISSUE'
    join app.business_units b on b.company_id = r.company_id and b.kind = 'SITE' and b.name = $2
    join app.floor_plans f on f.company_id = r.company_id and f.unit_id = b.id and f.name = $3
    where r.company_id = $1 and r.custom_fields ->> 'site' = $2 and r.form_version_id is not null) n
  where r.company_id = $1 and r.id = n.id and n.pin is not null`
