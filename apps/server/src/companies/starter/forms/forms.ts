import { FormDefinition, type FormDefinitionIn, type RequestKind } from '@deskhand/contract'
import { facilityIssue, key, move } from './facilities.ts'
import { budgetAccess, expense, requisition, vendor } from './finance.ts'
import { leave, payroll, personalDetails } from './hr.ts'
import { access, hardware, problem, software } from './it.ts'
import { offboarding, onboarding } from './journeys.ts'

type StarterForm = { name: string; definition: FormDefinition }

const form = (name: string, definition: FormDefinitionIn): StarterForm => ({
  name,
  definition: FormDefinition.parse(definition),
})

/**
 * The forms that a company begins with, by the kind of request that they ask for; it changes them as it
 * likes. Their fields have the names that the departments' own routes take. What is told in confidence needs
 * no form.
 */
export const starterForms: Partial<Record<RequestKind, StarterForm>> = {
  HARDWARE: form('Equipment', hardware),
  SOFTWARE: form('Program or licence', software),
  PROBLEM: form('Something does not work', problem),
  ACCESS: form('Access', access),
  LEAVE: form('Leave', leave),
  ONBOARDING: form('A new colleague', onboarding),
  OFFBOARDING: form('A colleague who leaves', offboarding),
  PAYROLL: form('Payroll question', payroll),
  PERSONAL_DETAILS: form('Personal details', personalDetails),
  EXPENSE: form('Expense claim', expense),
  REQUISITION: form('Purchase', requisition),
  VENDOR: form('Supplier', vendor),
  BUDGET_ACCESS: form('Cost centre', budgetAccess),
  FACILITY_ISSUE: form('Something is broken', facilityIssue),
  MOVE: form('Desk or move', move),
  KEY: form('Key or badge', key),
}
