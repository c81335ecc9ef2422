import * as z from 'zod'
import { AnswerValue, Pin } from './formShapes.ts'
import { day, line, text, uuid } from './kit.ts'
import { Money } from './money.ts'

/** A value out of the form's own list: which ones there are, the company's form says. */
const choice = line(100)
const files = z.array(uuid).max(20)
const whole = z.number().min(0).max(1_000_000)

/** One line of a claim or a purchase; what a company's form asks beyond, it may hold too. */
const lineItem = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.array(z.object(shape).catchall(AnswerValue)).min(1).max(200)

const expenseLine = {
  description: line(500),
  amount: Money,
  quantity: whole.optional(),
  /** A file of `POST /uploads`, or one of the request. */
  receiptAttachmentId: uuid.nullable().optional(),
}

/**
 * The answers of each kind under the names that others rely on. The form in use decides the rest: what else it
 * asks, which values it offers, what its conditions show and hide.
 */
export const departmentFields = {
  HARDWARE: {
    hardwareName: line(255),
    hardwareModel: line(255).optional(),
    estimatedPrice: Money.optional(),
    preferredVendor: line(200).optional(),
    productUrl: line(2000).optional(),
    businessJustification: text(10_000),
    neededBy: day.optional(),
  },
  SOFTWARE: {
    softwareName: line(200),
    licence: choice,
    assetTag: line(40).optional(),
    costCenter: line(50).optional(),
    seats: whole.optional(),
    neededBy: day.optional(),
  },
  PROBLEM: {
    workState: choice,
    deviceName: line(200).optional(),
    startedOn: day.optional(),
    errorText: text(4000).optional(),
    screenshots: files.optional(),
  },
  ACCESS: {
    accessTarget: line(200),
    accessLevel: choice,
    sameAs: uuid.optional(),
    accessUntil: day.optional(),
    adminReason: text(10_000).optional(),
  },
  LEAVE: {
    leaveType: choice,
    startDate: day,
    endDate: day,
    reason: text(10_000).optional(),
    cover: uuid.optional(),
    emergencyContact: line(200).optional(),
    emergencyPhone: line(20).optional(),
  },
  ONBOARDING: {
    newcomerName: line(200),
    startDate: day,
    department: line(100),
    site: line(100).optional(),
    jobTitle: line(150).optional(),
    buddy: uuid.optional(),
    salary: Money.optional(),
    equipment: z.array(choice).max(50).optional(),
    systems: z.array(choice).max(50).optional(),
    needsBadge: z.boolean().optional(),
  },
  OFFBOARDING: {
    leaver: uuid,
    lastDay: day,
    leavingReason: text(2000).optional(),
    handoverTo: uuid.optional(),
    returns: z.array(choice).max(50).optional(),
    hasBadge: z.boolean().optional(),
  },
  PAYROLL: {
    topic: choice,
    payMonth: line(7).optional(),
    iban: line(42).optional(),
    difference: Money.optional(),
    documents: files.optional(),
  },
  PERSONAL_DETAILS: {
    change: choice,
    validFrom: day.optional(),
    newAddress: text(500).optional(),
    newName: line(200).optional(),
    emergencyContact: line(200).optional(),
    emergencyPhone: line(20).optional(),
    iban: line(42).optional(),
    identityNumber: line(40).optional(),
    proof: files.optional(),
  },
  HR_ISSUE: {},
  EXPENSE: {
    expenseDate: day,
    expenseCategory: choice,
    currency: choice,
    merchantName: line(200).optional(),
    paymentMethod: choice.optional(),
    businessPurpose: text(10_000),
    projectCode: line(50).optional(),
    costCenter: line(50).optional(),
    lineItems: lineItem(expenseLine),
  },
  REQUISITION: {
    justification: text(4000),
    preferredVendor: line(200).optional(),
    neededBy: day.optional(),
    costCenter: line(50).optional(),
    quote: files.optional(),
    lineItems: lineItem({ description: line(500), quantity: whole, unitPrice: Money }),
  },
  VENDOR: {
    vendorName: line(200),
    vendorChange: choice,
    vendorPurpose: text(2000).optional(),
    contactEmail: line(254).optional(),
    taxNumber: line(40).optional(),
    iban: line(42).optional(),
    yearlyVolume: Money.optional(),
    vendorLetter: files.optional(),
  },
  BUDGET_ACCESS: { costCenter: line(50), budgetNeed: choice, budgetAmount: Money.optional() },
  FACILITY_ISSUE: {
    site: line(100),
    place: line(200),
    pin: Pin.optional(),
    photo: files.optional(),
    isDangerous: z.boolean(),
    danger: text(1000).optional(),
  },
  MOVE: {
    moveKind: choice,
    site: line(100),
    toPlace: line(200),
    fromPlace: line(200).optional(),
    deskCount: whole.optional(),
    moveDate: day.optional(),
  },
  KEY: {
    keyKind: choice,
    opens: line(200),
    isLost: z.boolean(),
    lostOn: day.optional(),
    holder: uuid.optional(),
  },
} as const

const procurement = {
  procurementStatus: z.enum(['PENDING', 'ORDERED', 'SHIPPED', 'DELIVERED']),
  orderNumber: line(100),
  trackingNumber: line(100),
}

/** What the desk notes down while it carries a request out; of the departments' kinds these have something. */
export const departmentFacts = {
  HARDWARE: procurement,
  REQUISITION: procurement,
  EXPENSE: {
    approvedAmount: Money,
    paymentStatus: z.enum(['PENDING', 'PROCESSING', 'PAID', 'RETURNED']),
    paymentDate: day,
    paymentReference: line(100),
  },
} as const

/** The example of each kind in the API's description; also what the demo world and the tests ask. */
export const departmentExamples = {
  HARDWARE: {
    hardwareName: 'Laptop for drawings',
    estimatedPrice: { amount: '214000', currency: 'EUR' },
    businessJustification: 'The old one stops every hour.',
  },
  SOFTWARE: { softwareName: 'Figma', licence: 'NEW', costCenter: '4100' },
  PROBLEM: { summary: 'The docking station stays dark', workState: 'LIMITED', deviceName: 'DK-00117' },
  ACCESS: { accessTarget: 'The mailbox orders@harbour.example', accessLevel: 'WRITE' },
  LEAVE: { leaveType: 'ANNUAL', startDate: '2027-08-02', endDate: '2027-08-13' },
  ONBOARDING: {
    newcomerName: 'Noa Prieto',
    startDate: '2027-02-01',
    department: 'Design',
    equipment: ['LAPTOP', 'SCREEN'],
  },
  OFFBOARDING: {
    leaver: '019acb3e-0000-7000-8000-000000000000',
    lastDay: '2027-03-31',
    returns: ['LAPTOP', 'PHONE'],
  },
  PAYROLL: { summary: 'A night shift is missing', topic: 'PAYSLIP', payMonth: '2026-10' },
  PERSONAL_DETAILS: { summary: 'I moved house', change: 'ADDRESS', newAddress: 'Calle Mayor 3, Madrid' },
  HR_ISSUE: { summary: 'Something between people', description: 'I would like to talk to somebody.' },
  EXPENSE: {
    businessPurpose: 'Visit to the sawmill',
    expenseDate: '2025-11-03',
    expenseCategory: 'TRAVEL',
    currency: 'EUR',
    lineItems: [
      { description: 'Train to Bilbao', amount: { amount: '6480', currency: 'EUR' }, quantity: 2 },
      { description: 'Taxi', amount: { amount: '1850', currency: 'EUR' }, quantity: 1 },
    ],
  },
  REQUISITION: {
    summary: 'Racks for the new stockroom',
    justification: 'The old ones do not carry the pallets.',
    lineItems: [{ description: 'Pallet rack', quantity: 4, unitPrice: { amount: '61900', currency: 'EUR' } }],
  },
  VENDOR: { summary: 'Sawmill as a supplier', vendorName: 'Aserradero Nervión', vendorChange: 'NEW' },
  BUDGET_ACCESS: { summary: 'Figures of the workshop', costCenter: '4100', budgetNeed: 'READ' },
  FACILITY_ISSUE: {
    summary: 'The door does not close',
    site: 'Madrid',
    place: 'Floor 2, door to the yard',
    isDangerous: false,
  },
  MOVE: { summary: 'A desk at the window', moveKind: 'MOVE', site: 'Madrid', toPlace: 'Floor 2, row C' },
  KEY: { summary: 'A badge for the yard', keyKind: 'BADGE', opens: 'The gate', isLost: false },
} as const
