/** What the demo companies have licences for, and what expires. */
export type LicenceText = {
  name: string
  publisher: string
  kind: string
  seats: number
  used: number
  minimumFree: number | null
  /** Days until its term ends (negative: it is over), for how many months it runs; null: for good. */
  endsIn: number | null
  months: number
  noticeMonths: number | null
  renewsItself: boolean
  /** In minor units, for one seat. */
  costAmount: number | null
  costPer: string | null
  /** Who gets seats: people of these departments, things of this kind; everybody where neither is said. */
  takers: string[]
  key: string | null
  notes: string | null
}

const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null)
const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' |').map((cell) => cell.trim()))

/**
 * Name, publisher, kind, seats, used, should be free; ends in days, months, months of notice, renews itself; cost; whose;
 * key; notes.
 */
const licencesOf = (table: string): LicenceText[] =>
  rowsOf(table).map(
    ([name = '', publisher = '', kind = '', seats, used, minimum, ends, months, notice, ...row]) => {
      const [itself, cost = '', takers = '', key, notes] = row
      const [amount, per = null] = cost.split(' ')
      return {
        name,
        publisher,
        kind,
        seats: Number(seats),
        used: Number(used),
        minimumFree: numberOf(minimum),
        endsIn: numberOf(ends),
        months: numberOf(months) ?? 12,
        noticeMonths: numberOf(notice),
        renewsItself: itself === 'itself',
        costAmount: numberOf(amount),
        costPer: per,
        takers: takers === '' ? [] : takers.split(','),
        key: key || null,
        notes: notes || null,
      }
    },
  )

/** What these are called where they are installed, where that is not how they are sold. */
export const installedAs: Record<string, string | undefined> = {
  'Microsoft 365 Business Premium': 'Microsoft 365 Apps for business',
  'Slack Business+': 'Slack',
  'Figma Professional': 'Figma',
  'AutoCAD LT': 'AutoCAD',
  'SAP Business One': 'SAP GUI',
}

export const licenceTexts: Record<string, readonly LicenceText[]> = {
  'harbour-pine': licencesOf(`
Microsoft 365 Business Premium | Microsoft | PER_PERSON | 250 | 231 | 10 | 214 | 12 | 1 | itself | 2060 MONTH
Slack Business+ | Salesforce | PER_PERSON | 240 | 226 | 10 | 121 | 12 | 3 | itself | 1175 MONTH
Figma Professional | Figma | PER_PERSON | 24 | 22 | 4 | 160 | 12 | 1 | itself | 1500 MONTH | Design,Marketing,Sales
Adobe Creative Cloud | Adobe | PER_PERSON | 18 | 11 |  | 97 | 12 | 3 | itself | 6249 MONTH | Design,Marketing |  | Eleven of eighteen are used. Ask for twelve when it is renewed.
JetBrains All Products Pack | JetBrains | PER_PERSON | 30 | 21 |  | 73 | 12 |  |  | 77900 YEAR | IT,Operations | JB-8H2K-QW4T-DEMO-0001
GitHub Enterprise | GitHub | PER_PERSON | 60 | 41 |  | 301 | 12 | 1 | itself | 2100 MONTH | IT,Operations
1Password Business | AgileBits | PER_PERSON | 245 | 229 | 5 | 45 | 12 | 1 | itself | 799 MONTH
Windows 11 Pro | Microsoft | PER_DEVICE | 180 | 150 | 10 |  |  |  |  | 14500 TERM | Laptop | W11P-DEMO-7XK2M-9QH4T-KD8RW
Windows Server 2022 Standard | Microsoft | PER_DEVICE | 8 | 6 |  |  |  |  |  | 89900 TERM | Server | WS22-DEMO-2MD9K-TT4QX-88WPR
ESET PROTECT | ESET | PER_DEVICE | 220 | 196 | 15 | 189 | 24 |  |  | 2890 YEAR | Laptop | ESET-DEMO-PROT-7731-AA90
Veeam Backup | Veeam | PER_DEVICE | 10 | 6 |  | 256 | 12 | 2 |  | 42800 YEAR | Server | VEEAM-DEMO-3310-CDCD
AutoCAD LT | Autodesk | FLOATING | 6 | 5 |  | 132 | 36 | 2 |  | 49500 YEAR | Facilities,Operations,Design | ACAD-DEMO-LT26-5561
SAP Business One | SAP | PER_PERSON | 20 | 19 | 2 | 410 | 36 | 6 | itself | 9500 MONTH | Finance,Operations
Tableau Creator | Salesforce | PER_PERSON | 8 | 6 |  | 15 | 12 | 1 |  | 7500 MONTH | Finance,Marketing,Sales |  | Notice was not given; it is not to be renewed on its own.
HubSpot Sales Hub | HubSpot | PER_PERSON | 40 | 33 |  | 88 | 12 | 1 | itself | 9000 MONTH | Sales,Marketing
Zoom Workplace | Zoom | PER_PERSON | 60 | 44 |  | 277 | 12 | 1 | itself | 1399 MONTH
Miro Business | Miro | PER_PERSON | 50 | 32 |  | 199 | 12 | 1 |  | 1600 MONTH | Design,HR,Marketing,Legal
DeepL Pro | DeepL | FLOATING | 15 | 9 |  | 240 | 12 |  |  | 2499 MONTH |  | DEEPL-DEMO-aa41-77f0
InVision Enterprise | InVision | PER_PERSON | 12 | 0 |  | -64 | 12 | 3 |  | 9500 YEAR | Design |  | Replaced by Figma.
Affinity Publisher 2 | Serif | PER_PERSON | 5 | 3 |  |  |  |  |  | 7499 TERM | Marketing,Design | AFF2-DEMO-0099-PUBL`),
  foxglove: licencesOf(`
Google Workspace | Google | PER_PERSON | 15 | 12 | 1 | 150 | 12 | 1 | itself | 1150 MONTH
Xero | Xero | PER_PERSON | 3 | 2 |  | 60 | 12 |  |  | 3300 MONTH |  | XERO-DEMO-FOX-1
Malwarebytes | Malwarebytes | PER_DEVICE | 20 | 11 |  | 205 | 12 |  |  | 4999 YEAR | Laptop | MB-DEMO-FOX-2`),
}

/** Kind, name, issuer, expires in days, renews itself, the kind of thing that it is on, cost each time. */
const certificatesOf = (table: string) =>
  rowsOf(table).map(([kind = '', name = '', issuer = '', expires, itself, on = '', cost]) => ({
    kind,
    name,
    issuer,
    expiresIn: Number(expires),
    renewsItself: itself === 'itself',
    on,
    cost: numberOf(cost),
  }))

export const certificateTexts: Record<string, ReturnType<typeof certificatesOf>> = {
  'harbour-pine': certificatesOf(`
DOMAIN | harbour.example | Gandi | 203 | itself |  | 1850
DOMAIN | harbour-pine.example | Gandi | 203 | itself |  | 1850
DOMAIN | pine-furniture.example | OVHcloud | 23 |  |  | 1299
DOMAIN | harbour-careers.example | OVHcloud | 318 | itself |  | 1299
CERTIFICATE | vpn.harbour.example | Sectigo | 6 |  | Server | 8900
CERTIFICATE | www.harbour.example | Let’s Encrypt | 41 | itself
CERTIFICATE | shop.harbour.example | Let’s Encrypt | 52 | itself
CERTIFICATE | mail.harbour.example | DigiCert | 128 |  | Server | 21900
CERTIFICATE | erp.harbour.example | DigiCert | 96 |  | Server | 21900
CERTIFICATE | wifi.harbour.example | Company authority | 402 |  | Server
CERTIFICATE | git.harbour.example | Let’s Encrypt | 71 | itself | Server
CERTIFICATE | Code signing | Sectigo | 280 |  |  | 31900`),
  foxglove: certificatesOf(`
DOMAIN | foxglove.example | Mythic Beasts | 87 | itself |  | 1200
CERTIFICATE | shop.foxglove.example | Let’s Encrypt | 33 | itself`),
}
