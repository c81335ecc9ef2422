export type Department = {
  name: string
  size: number
  head: string
  lead: string
  titles: readonly string[]
  /** Site and its share of the people. */
  sites: Readonly<Record<string, number>>
}

const everywhere = { Madrid: 6, Porto: 2, Bilbao: 2 }

export const departments: readonly Department[] = [
  {
    name: 'Management',
    size: 4,
    head: 'Chief executive',
    lead: 'Director',
    titles: ['Assistant to the management', 'Strategy analyst', 'Project office'],
    sites: { Madrid: 1 },
  },
  {
    name: 'Design',
    size: 22,
    head: 'Design lead',
    lead: 'Senior designer',
    titles: ['Product designer', 'Product designer', 'Textile designer', 'Model maker', 'Design engineer'],
    sites: { Madrid: 7, Porto: 3 },
  },
  {
    name: 'Finance',
    size: 18,
    head: 'Finance director',
    lead: 'Senior accountant',
    titles: ['Accountant', 'Accountant', 'Controller', 'Accounts payable', 'Treasury analyst'],
    sites: everywhere,
  },
  {
    name: 'Sales',
    size: 38,
    head: 'Sales director',
    lead: 'Key account manager',
    titles: [
      'Sales representative',
      'Sales representative',
      'Account manager',
      'Sales assistant',
      'Showroom advisor',
    ],
    sites: { Madrid: 6, Porto: 4 },
  },
  {
    name: 'Operations',
    size: 62,
    head: 'Operations director',
    lead: 'Shift lead',
    titles: [
      'Warehouse worker',
      'Warehouse worker',
      'Packer',
      'Forklift driver',
      'Dispatcher',
      'Quality inspector',
      'Production planner',
    ],
    sites: { Bilbao: 8, Porto: 2 },
  },
  {
    name: 'IT',
    size: 12,
    head: 'Head of IT',
    lead: 'Systems engineer',
    titles: ['Systems engineer', 'ERP analyst', 'Data engineer', 'Network engineer'],
    sites: { Madrid: 3, Bilbao: 1 },
  },
  {
    name: 'HR',
    size: 9,
    head: 'Head of HR',
    lead: 'HR partner',
    titles: ['HR partner', 'Recruiter', 'Learning coordinator'],
    sites: everywhere,
  },
  {
    name: 'Facilities',
    size: 12,
    head: 'Head of facilities',
    lead: 'Site coordinator',
    titles: ['Caretaker', 'Site coordinator', 'Receptionist'],
    sites: everywhere,
  },
  {
    name: 'Legal',
    size: 6,
    head: 'General counsel',
    lead: 'Lawyer',
    titles: ['Lawyer', 'Contract manager', 'Compliance officer'],
    sites: { Madrid: 1 },
  },
  {
    name: 'Marketing',
    size: 18,
    head: 'Marketing director',
    lead: 'Brand manager',
    titles: ['Content editor', 'Campaign manager', 'Photographer', 'Event planner', 'Web editor'],
    sites: { Madrid: 7, Porto: 3 },
  },
  {
    name: 'Audit',
    size: 5,
    head: 'Head of audit',
    lead: 'Internal auditor',
    titles: ['Internal auditor', 'Risk analyst'],
    sites: { Madrid: 1 },
  },
  {
    name: 'Customer care',
    size: 24,
    head: 'Head of customer care',
    lead: 'Care team lead',
    titles: ['Care agent', 'Care agent', 'Care agent', 'Returns coordinator', 'Claims agent'],
    sites: { Porto: 7, Madrid: 3 },
  },
  {
    name: 'Purchasing',
    size: 10,
    head: 'Head of purchasing',
    lead: 'Senior buyer',
    titles: ['Buyer', 'Buyer', 'Supplier quality engineer'],
    sites: { Madrid: 6, Bilbao: 4 },
  },
]

export const breweryDepartments: readonly Department[] = [
  {
    name: 'Office',
    size: 4,
    head: 'Managing director',
    lead: 'Office',
    titles: ['Bookkeeper'],
    sites: { Bristol: 1 },
  },
  {
    name: 'Brewing',
    size: 6,
    head: 'Head brewer',
    lead: 'Brewer',
    titles: ['Brewer', 'Cellar hand', 'Lab technician'],
    sites: { Bristol: 1 },
  },
  {
    name: 'Taproom',
    size: 4,
    head: 'Taproom manager',
    lead: 'Bartender',
    titles: ['Bartender'],
    sites: { London: 1 },
  },
]
