import type { DeskCode } from './shapes.ts'

type Contact = { contactEmail: string | null; contactPhone: string | null; contactPlace: string | null }

const nobody: Contact = { contactEmail: null, contactPhone: null, contactPlace: null }

/** How the desks of the demo companies are reached beside their requests, by the company's address. */
const contacts: Record<string, Partial<Record<DeskCode, Contact>>> = {
  'harbour-pine': {
    IT: { contactEmail: 'it@harbour.example', contactPhone: '4400', contactPlace: 'Madrid, 2nd floor' },
    HR: { contactEmail: 'people@harbour.example', contactPhone: '4420', contactPlace: null },
    FINANCE: { contactEmail: 'finance@harbour.example', contactPhone: null, contactPlace: null },
    FACILITIES: { contactEmail: null, contactPhone: '4444', contactPlace: 'Reception at each site' },
  },
  foxglove: { IT: { contactEmail: 'help@foxglove.example', contactPhone: null, contactPlace: null } },
}

export const contactOf = (slug: string, code: DeskCode): Contact => contacts[slug]?.[code] ?? nobody
