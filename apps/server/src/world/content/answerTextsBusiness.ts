import type { Answers, RequestKind } from '@deskhand/contract'
import { dayBefore, dayIn, euro, euroIn, known, type Told } from './answerTexts.ts'

type Answerer = (told: Told) => Answers | null

const expense: Answerer = ({ summary, description, createdAt, random }) => {
  const total = euroIn(description)
  const kilometres = Number(description.match(/(\d+) km/)?.[1] ?? 0)
  const base = {
    businessPurpose: summary,
    currency: 'EUR',
    expenseDate: dayBefore(createdAt, random.int(2, 9)),
  }
  if (kilometres > 0) {
    return {
      ...base,
      expenseCategory: 'TRAVEL',
      lineItems: [{ description: 'Kilometres with my own car', amount: euro(26), quantity: kilometres }],
    }
  }
  if (total === null || /^(When|Claim|Advance)/.test(summary)) return null
  const first = Math.round(total * 0.7)
  const isMeal = /dinner/i.test(summary)
  return {
    ...base,
    expenseCategory: isMeal ? 'MEALS' : 'TRAVEL',
    paymentMethod: 'PERSONAL_CARD',
    lineItems: [
      { description: isMeal ? 'Dinner' : 'Hotel, two nights', amount: euro(first), quantity: 1 },
      { description: isMeal ? 'Two taxis' : 'Train', amount: euro(total - first), quantity: 1 },
    ],
  }
}

const requisition: Answerer = ({ summary, description }) => {
  const total = euroIn(description)
  // Above 5,000 euro whoever approves looks for the quote, which is a file.
  if (total === null || total > 500_000) return null
  return known({
    justification: description,
    preferredVendor: summary.match(/from (.+)$/)?.[1],
    costCenter: description.match(/CC \d+/)?.[0],
    lineItems: [{ description: summary, quantity: 1, unitPrice: euro(total) }],
  })
}

const vendor: Answerer = ({ summary, description }) => {
  const [, fresh] = summary.match(/^New supplier (.+)$/) ?? []
  if (fresh) {
    return {
      vendorName: fresh,
      vendorChange: 'NEW',
      vendorPurpose: description.split('. ')[0] ?? description,
    }
  }
  const [, changed] = summary.match(/^(.+) has new bank details$/) ?? []
  return changed
    ? { vendorName: changed, vendorChange: 'BANK', iban: 'PT50 0002 0123 1234 5678 9015 4' }
    : null
}

const budget: Answerer = ({ summary, description }) => {
  const costCenter = `${summary} ${description}`.match(/CC \d+/)?.[0]
  if (!costCenter) return null
  const amount = euroIn(description)
  if (/^Move budget/.test(summary)) {
    return known({ costCenter, budgetNeed: 'MOVE', budgetAmount: amount === null ? undefined : euro(amount) })
  }
  return { costCenter, budgetNeed: /^New cost centre/.test(summary) ? 'NEW' : 'READ' }
}

const broken: Answerer = ({ summary, description, site }) => {
  const text = `${summary}. ${description}`
  const place = text.match(
    /desk \d\.\d+|aisle \d+|(?:left|right)? ?one on the \w+ floor|kitchen on the [\w ]+ floor|corridor of the \w+ floor|\w+ floor|Gate \d+|door of \p{L}+|side door|lift/iu,
  )?.[0]
  if (!place) return null
  const isDangerous = /bent|could not get out|two people were in it/i.test(text)
  return known({
    site,
    place: place.slice(0, 1).toUpperCase() + place.slice(1),
    isDangerous,
    danger: isDangerous ? description : undefined,
  })
}

const move: Answerer = ({ summary, description, createdAt, site }) => {
  const [, count, floor] = summary.match(/^Move (\d+) desks to (.+)$/) ?? []
  if (count && floor) return { moveKind: 'MOVE', site, toPlace: floor, deskCount: Number(count) }
  const near = description.match(/near (desk \d\.\d+)/)?.[1] ?? summary.match(/in (the .+)$/)?.[1]
  if (!/^Desk for/.test(summary) || !near) return null
  return known({
    moveKind: 'NEW',
    site,
    toPlace: near.slice(0, 1).toUpperCase() + near.slice(1),
    deskCount: 1,
    moveDate: dayIn(`${summary} ${description}`, createdAt) ?? undefined,
  })
}

const key: Answerer = ({ summary, createdAt }) => {
  const isLost = /lost|broke/i.test(summary)
  const opens = summary.match(/(?:for|open) (?:the )?(archive cabinet|bike store|garage|dock \d)/)?.[1]
  return known({
    keyKind: /badge/i.test(summary) ? 'BADGE' : 'KEY',
    opens: opens
      ? opens.slice(0, 1).toUpperCase() + opens.slice(1)
      : /badge/i.test(summary)
        ? 'The office'
        : 'A drawer unit',
    isLost,
    lostOn: isLost ? dayBefore(createdAt, 1) : undefined,
  })
}

export const businessAnswers: Partial<Record<RequestKind, Answerer>> = {
  EXPENSE: expense,
  REQUISITION: requisition,
  VENDOR: vendor,
  BUDGET_ACCESS: budget,
  FACILITY_ISSUE: broken,
  MOVE: move,
  KEY: key,
}
