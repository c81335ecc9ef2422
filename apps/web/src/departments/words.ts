export const leaveWords = {
  title: 'Working days',
  days: (count: number) => (count === 1 ? '1 day of leave' : `${count} days of leave`),
  counted: (calendar: string) => `Counted by the calendar “${calendar}”, without weekends and holidays.`,
  left: (days: number, year: number) =>
    days === 1 ? `You have 1 day left in ${year}.` : `You have ${days} days left in ${year}.`,
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
