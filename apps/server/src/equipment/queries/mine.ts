import { equipment } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readEquipment } from '../access.ts'

export const mine = handle(equipment.mine, (inside) => readEquipment(inside))
