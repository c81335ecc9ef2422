import type { DeskCode, DeskMember } from '../shapes.ts'

/** People whose names tell their part; all others are drawn. */
export type KnownPerson = {
  name: readonly [first: string, last: string]
  /** Before the @; first.last when absent. */
  mailbox?: string
  department: string
  title: string
  site: string
  head?: true
  manager?: string
  isAdmin?: true
  isInvited?: true
  desk?: readonly [DeskCode, DeskMember['role'], team: number]
}

export const harbourPeople: readonly KnownPerson[] = [
  {
    name: ['Isabel', 'Ferrer'],
    department: 'Management',
    title: 'Chief executive',
    site: 'Madrid',
    head: true,
  },
  {
    name: ['Marta', 'Gil'],
    mailbox: 'marta',
    department: 'Finance',
    title: 'Finance director',
    site: 'Madrid',
    head: true,
  },
  {
    name: ['Jorge', 'Vidal'],
    mailbox: 'jorge',
    department: 'Design',
    title: 'Design lead',
    site: 'Madrid',
    head: true,
    manager: 'Marta Gil',
  },
  {
    name: ['Elena', 'Duarte'],
    mailbox: 'elena',
    department: 'IT',
    title: 'Head of IT',
    site: 'Madrid',
    head: true,
    isAdmin: true,
  },
  {
    name: ['Sofía', 'Prieto'],
    mailbox: 'sofia',
    department: 'IT',
    title: 'IT support lead',
    site: 'Madrid',
    desk: ['IT', 'SUPERVISOR', 0],
  },
  {
    name: ['Ana', 'Ruiz'],
    mailbox: 'ana',
    department: 'IT',
    title: 'IT technician',
    site: 'Madrid',
    manager: 'Sofía Prieto',
    desk: ['IT', 'TECHNICIAN', 0],
  },
  {
    name: ['Luis', 'Mora'],
    mailbox: 'luis',
    department: 'IT',
    title: 'IT technician',
    site: 'Madrid',
    manager: 'Sofía Prieto',
    desk: ['IT', 'TECHNICIAN', 1],
  },
  {
    name: ['Tiago', 'Moreira'],
    department: 'IT',
    title: 'IT technician',
    site: 'Porto',
    manager: 'Sofía Prieto',
    desk: ['IT', 'TECHNICIAN', 2],
  },
  {
    name: ['Iker', 'Zabala'],
    department: 'IT',
    title: 'IT technician',
    site: 'Bilbao',
    manager: 'Sofía Prieto',
    desk: ['IT', 'TECHNICIAN', 1],
  },
  {
    name: ['María', 'Soto'],
    department: 'HR',
    title: 'Head of HR',
    site: 'Madrid',
    head: true,
    desk: ['HR', 'SUPERVISOR', 0],
  },
  {
    name: ['Nuria', 'Campos'],
    mailbox: 'nuria',
    department: 'HR',
    title: 'HR specialist',
    site: 'Madrid',
    desk: ['HR', 'TECHNICIAN', 0],
  },
  {
    name: ['Clara', 'Benet'],
    department: 'HR',
    title: 'Payroll specialist',
    site: 'Madrid',
    desk: ['HR', 'TECHNICIAN', 1],
  },
  {
    name: ['Teresa', 'Quintana'],
    department: 'Finance',
    title: 'Head of accounting',
    site: 'Madrid',
    desk: ['FINANCE', 'SUPERVISOR', 0],
  },
  {
    name: ['Pablo', 'Serra'],
    mailbox: 'pablo',
    department: 'Finance',
    title: 'Accountant',
    site: 'Madrid',
    manager: 'Teresa Quintana',
    desk: ['FINANCE', 'TECHNICIAN', 0],
  },
  {
    name: ['Rui', 'Cardoso'],
    department: 'Purchasing',
    title: 'Buyer',
    site: 'Madrid',
    desk: ['FINANCE', 'TECHNICIAN', 1],
  },
  {
    name: ['Joana', 'Freitas'],
    department: 'Facilities',
    title: 'Head of facilities',
    site: 'Madrid',
    head: true,
    desk: ['FACILITIES', 'SUPERVISOR', 0],
  },
  {
    name: ['Omar', 'Haddad'],
    mailbox: 'omar',
    department: 'Facilities',
    title: 'Facilities technician',
    site: 'Madrid',
    desk: ['FACILITIES', 'TECHNICIAN', 0],
  },
  {
    name: ['Gorka', 'Elorza'],
    department: 'Facilities',
    title: 'Facilities technician',
    site: 'Bilbao',
    desk: ['FACILITIES', 'TECHNICIAN', 1],
  },
  {
    name: ['Marlene', 'Sá'],
    department: 'Facilities',
    title: 'Facilities technician',
    site: 'Porto',
    desk: ['FACILITIES', 'TECHNICIAN', 0],
  },
  { name: ['Carmen', 'Ortega'], department: 'Facilities', title: 'Receptionist', site: 'Madrid' },
  { name: ['Leo', 'Brandt'], department: 'Operations', title: 'Dispatcher', site: 'Madrid' },
  { name: ['Ruth', 'Kim'], department: 'Audit', title: 'Internal auditor', site: 'Madrid' },
  { name: ['Inés', 'Prat'], department: 'Design', title: 'Product designer', site: 'Porto', isInvited: true },
]

export const foxglovePeople: readonly KnownPerson[] = [
  {
    name: ['Olga', 'Marsh'],
    mailbox: 'olga',
    department: 'Office',
    title: 'Managing director',
    site: 'Bristol',
    head: true,
    isAdmin: true,
  },
  {
    name: ['Iris', 'Novak'],
    mailbox: 'iris',
    department: 'Office',
    title: 'IT technician',
    site: 'Bristol',
    desk: ['IT', 'TECHNICIAN', 0],
  },
  { name: ['Tom', 'Ashby'], mailbox: 'tom', department: 'Brewing', title: 'Brewer', site: 'Bristol' },
  {
    name: ['Dan', 'Whitlock'],
    department: 'Office',
    title: 'Building and yard',
    site: 'Bristol',
    desk: ['FACILITIES', 'TECHNICIAN', 0],
  },
]
