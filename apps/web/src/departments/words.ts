export const leaveWords = {
  title: 'Working days',
  untilChosen: 'Counted once both days are chosen.',
  days: (count: number) => (count === 1 ? '1 day of leave' : `${count} days of leave`),
  counted: (calendar: string) => `Counted by the calendar “${calendar}”, without weekends and holidays.`,
  left: (days: number, year: number) =>
    days === 1 ? `1 day is left in ${year} then.` : `${days} days are left in ${year} then.`,
  holidays: (days: readonly string[]) =>
    days.length === 1 ? `${days[0]} is a holiday.` : `Holidays: ${days.join(', ')}.`,
}

export const journeyWords = {
  title: 'What is being prepared',
  panel: 'Journey',
  progress: (done: number, total: number) => `${done} of ${total} done`,
  due: (day: string) => `Due by ${day}`,
  late: (day: string) => `Was due by ${day}`,
  until: (day: string) => `by ${day}`,
}

export const fulfilmentWords = {
  order: 'Order',
  payment: 'Payment',
  total: 'Claimed',
  change: 'Change',
  save: 'Save changes',
  payments: 'All payments',
  fields: {
    procurementStatus: 'Where it is',
    orderNumber: 'Order number',
    trackingNumber: 'Tracking number',
    approvedAmount: 'Approved amount',
    paymentStatus: 'Where it is',
    paymentDate: 'Day of payment',
    paymentReference: 'Reference',
  },
  states: {
    PENDING: 'Not begun yet',
    ORDERED: 'Ordered',
    SHIPPED: 'Shipped',
    DELIVERED: 'Delivered',
    PROCESSING: 'Being paid',
    PAID: 'Paid',
    RETURNED: 'Returned by the bank',
  },
}

export const buyingWords = {
  label: 'How it is bought',
  stops: {
    asked: 'Asked for',
    approved: 'Approved',
    /** Where nobody has to approve it. */
    checked: 'Checked',
    buying: 'Buying',
    ordered: 'Ordered',
    delivered: 'Delivered',
  },
  later: (desk: string) => `Once it is agreed, ${desk} buys it.`,
  buying: (holder: string, isFree: boolean) =>
    isFree ? `With ${holder} to buy. Nobody has taken it yet.` : `${holder} buys it.`,
  ordered: (holder: string) => `It is on its way. ${holder} hands it over when it arrives.`,
  delivered: 'It has arrived.',
}

export const hardwareWords = {
  fromStock: 'Take from stock',
  buy: 'Buy it',
  buyTitle: 'Buy it',
  buyAbout: 'Makes a purchase requisition in your name. This request waits until it is over.',
  buyConfirm: 'Make the requisition',
  bought: (reference: string) => `${reference} buys it.`,
  quantity: 'How many',
  unitPrice: 'Price each',
  costCenter: 'Cost centre',
  stockTitle: 'Take from stock',
  stockAbout: (who: string) => `It lies ready for ${who} until it is handed out.`,
  stockConfirm: 'Set it aside',
  which: 'Which thing',
  choose: 'Choose a thing.',
  nothing: 'Nothing like that lies free in stock.',
  taken: (who: string) => `It lies ready for ${who}.`,
}
