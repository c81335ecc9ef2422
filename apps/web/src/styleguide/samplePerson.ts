import { usualPriorityNames } from '@deskhand/contract'
import type { Me } from '../shell/session.ts'

const id = '018f0000-0000-7000-8000-000000000000'

/** Somebody who is signed in, for the two pictures. */
export const samplePerson: Me = {
  id,
  email: 'ana@harbour.example',
  firstName: 'Ana',
  lastName: 'Ruiz',
  name: 'Ana Ruiz',
  jobTitle: 'Technician',
  department: 'IT',
  site: 'Madrid',
  phone: null,
  managerId: null,
  managerName: null,
  isVip: false,
  state: 'ACTIVE',
  roles: [],
  lastSignInAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  deletedAt: null,
  version: 1,
  company: {
    id,
    name: 'Deskhand',
    slug: 'deskhand',
    zone: 'Europe/Madrid',
    isDemo: false,
    priorityNames: usualPriorityNames,
  },
  companies: [],
  permissions: ['requests.work', 'people.manage', 'audit.read'],
  desks: [],
  isSuperAdmin: false,
  hasPassword: true,
  preferences: {
    theme: 'system',
    density: 'regular',
    zone: null,
    locale: null,
    shortcuts: true,
    undoSend: true,
    signature: '',
  },
  sessionId: id,
}

export const sampleEmployee: Me = {
  ...samplePerson,
  firstName: 'Marta',
  lastName: 'Gil',
  name: 'Marta Gil',
  company: { ...samplePerson.company, name: 'Harbour & Pine' },
  permissions: ['requests.read', 'requests.create'],
}
