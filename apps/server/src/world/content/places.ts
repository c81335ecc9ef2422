/** What the slots of the texts are filled with. */
export const rooms: Record<string, readonly string[]> = {
  Madrid: ['Tajo', 'Duero', 'Jarama', 'Segura', 'Júcar', 'Guadiana'],
  Porto: ['Douro', 'Ribeira', 'Foz', 'Minho'],
  Bilbao: ['Nervión', 'Cadagua', 'Ibaizábal'],
  Bristol: ['Avon', 'Frome', 'Trym'],
  London: ['Lea', 'Wandle'],
}
export const floors: Record<string, readonly string[]> = {
  Madrid: ['first floor', 'second floor', 'third floor', 'fourth floor'],
  Porto: ['ground floor', 'first floor', 'mezzanine'],
  Bilbao: ['office floor', 'packing hall', 'gallery'],
  Bristol: ['ground floor', 'brewhouse gallery'],
  London: ['first floor'],
}
export const printers: Record<string, readonly string[]> = {
  Madrid: ['MAD-PR-01', 'MAD-PR-03', 'MAD-PR-04', 'MAD-PR-07'],
  Porto: ['OPO-PR-01', 'OPO-PR-02'],
  Bilbao: ['BIO-PR-01', 'BIO-PR-02', 'BIO-PR-05'],
  Bristol: ['BRS-PR-01', 'BRS-PR-02'],
  London: ['LON-PR-01'],
}
export const doors: Record<string, readonly string[]> = {
  Madrid: ['the archive', 'the side entrance', 'the roof terrace', 'the garage', 'the workshop'],
  Porto: ['the courtyard gate', 'the sample room', 'the garage'],
  Bilbao: ['dock 2', 'the tool cage', 'the car park gate', 'the changing room'],
  Bristol: ['the cold store', 'the yard gate'],
  London: ['the back stairs'],
}
export type Words = Readonly<Record<string, readonly string[]>>

export const harbourWords: Words = {
  laptop: [
    'MacBook Pro 14',
    'MacBook Pro 16',
    'ThinkPad T14',
    'ThinkPad X1',
    'Latitude 7450',
    'EliteBook 840',
  ],
  screen: ['Dell U2724', 'Dell P2723', 'EIZO EV2740', 'LG 27UP850'],
  phone: ['iPhone 15', 'iPhone 14', 'Pixel 8a', 'Galaxy A55'],
  tool: [
    'Figma',
    'Illustrator',
    'AutoCAD',
    'Power BI',
    'Visio',
    'Miro',
    'SketchUp',
    'InDesign',
    'Acrobat Pro',
  ],
  app: ['time clock', 'visitor list', 'warehouse app', 'booking panel'],
  mailbox: ['orders@', 'press@', 'claims@', 'showroom@', 'suppliers@', 'jobs@', 'fairs@'],
  gateway: ['Madrid', 'Porto', 'Bilbao'],
  client: [
    'Hotel Miramar',
    'Casa Alameda',
    'Nordlys Resorts',
    'Hotel Bellevue',
    'Terrazas del Sur',
    'Quinta da Serra',
    'Kanal Hotels',
    'Port Vell Suites',
  ],
  vendor: [
    'Maderas Olano',
    'Têxteis Almeida',
    'Herrajes Solís',
    'Norte Embalajes',
    'Lumen & Sons',
    'Vidal Transporte',
    'Cortiça Lima',
    'Papelera Ría',
  ],
  city: ['Lisbon', 'Lyon', 'Hamburg', 'Milan', 'Rotterdam', 'Seville', 'Valencia', 'Antwerp', 'Cologne'],
  farCity: ['Toronto', 'Singapore', 'Dubai', 'São Paulo', 'New York'],
  hour: ['10:00', '11:30', '12:00', '15:00', '16:30', '17:00'],
  cc: ['CC 210', 'CC 220', 'CC 310', 'CC 410', 'CC 430', 'CC 520'],
}

export const breweryWords: Words = {
  ...harbourWords,
  app: ['time clock', 'brew log', 'booking panel'],
  tool: ['Visio', 'Miro', 'Illustrator', 'Acrobat Pro'],
  mailbox: ['orders@', 'taproom@', 'hello@'],
  gateway: ['Bristol', 'London'],
  client: ['The Swan', 'Corner House', 'Bramble Inns', 'Harvest Markets'],
  vendor: ['Mendip Malt', 'Severn Glass', 'Hop & Vine', 'Avon Pallets'],
  city: ['Leeds', 'Cardiff', 'Manchester', 'Ghent'],
  farCity: ['Portland', 'Melbourne'],
  cc: ['CC 10', 'CC 20'],
}

/** The folders of a department; those of `all` are shared by everybody. */
export const shares: Record<string, readonly string[]> = {
  Management: ['Management/Board'],
  Design: ['Design/Terrace', 'Design/Materials', 'Design/Drawings'],
  Finance: ['Finance/Closing', 'Finance/Reports'],
  Sales: ['Sales/Tenders', 'Sales/Price lists', 'Sales/Key accounts'],
  Operations: ['Operations/Shift plans', 'Operations/Stock counts', 'Quality/Tests'],
  IT: ['IT/Handbook', 'IT/Projects'],
  HR: ['HR/Training', 'HR/Recruiting'],
  Facilities: ['Facilities/Plans', 'Facilities/Contracts'],
  Legal: ['Legal/Contracts', 'Legal/Trademarks'],
  Marketing: ['Marketing/Photos', 'Marketing/Catalogue', 'Marketing/Fairs'],
  Audit: ['Audit/Reports'],
  'Customer care': ['Care/Claims', 'Care/Templates', 'Care/Returns'],
  Purchasing: ['Purchasing/Suppliers', 'Purchasing/Quotes'],
  Brewing: ['Brewing/Recipes', 'Brewing/Lab results'],
  Taproom: ['Taproom/Rota', 'Taproom/Events'],
  Office: ['Office/Invoices', 'Office/Licences'],
}
