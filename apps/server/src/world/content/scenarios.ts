import type { DeskCode } from '../shapes.ts'
import { facilitiesProjects, financeProjects, hrProjects } from './businessProjects.ts'
import { facilities } from './facilities.ts'
import { facilitiesCleaning } from './facilitiesCleaning.ts'
import { facilitiesGuests } from './facilitiesGuests.ts'
import { facilitiesPlaces } from './facilitiesPlaces.ts'
import { finance } from './finance.ts'
import { financeBuying } from './financeBuying.ts'
import { hrChanges } from './hrChanges.ts'
import { hrIssues } from './hrIssues.ts'
import { hrPeople } from './hrPeople.ts'
import { hrTime } from './hrTime.ts'
import { itAccess } from './itAccess.ts'
import { itApps } from './itApps.ts'
import { itDevices } from './itDevices.ts'
import { itEquipment } from './itEquipment.ts'
import { itMail } from './itMail.ts'
import { itNetwork } from './itNetwork.ts'
import { itPrinters } from './itPrinters.ts'
import { itProjects } from './itProjects.ts'
import { itRollouts } from './itRollouts.ts'
import { itRooms } from './itRooms.ts'
import { itSecurity } from './itSecurity.ts'
import { itSoftware } from './itSoftware.ts'
import { itVpn } from './itVpn.ts'
import type { Scenario } from './scenario.ts'

export const scenarios: Record<DeskCode, readonly Scenario[]> = {
  IT: [
    ...itVpn,
    ...itNetwork,
    ...itPrinters,
    ...itRooms,
    ...itDevices,
    ...itEquipment,
    ...itSoftware,
    ...itApps,
    ...itAccess,
    ...itMail,
    ...itSecurity,
    ...itProjects,
    ...itRollouts,
  ],
  HR: [...hrTime, ...hrPeople, ...hrChanges, ...hrProjects],
  FINANCE: [...finance, ...financeBuying, ...financeProjects],
  FACILITIES: [
    ...facilities,
    ...facilitiesCleaning,
    ...facilitiesPlaces,
    ...facilitiesGuests,
    ...facilitiesProjects,
  ],
}

/** Cases in confidence are counted, not drawn. */
export const confidentialScenarios: readonly Scenario[] = hrIssues
