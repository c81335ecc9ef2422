/** What is installed in the demo companies, the newest version first, and on how many of a hundred computers. */
export type TitleText = {
  name: string
  publisher: string
  on: number
  versions: readonly string[]
  /** Another name under which it is reported as well; it counts as this one. */
  also?: string
  isForbidden?: true
}

const title = (name: string, publisher: string, on: number, ...versions: string[]): TitleText => ({
  name,
  publisher,
  on,
  versions,
})

export const titleTexts: readonly TitleText[] = [
  { ...title('Mozilla Firefox', 'Mozilla', 92, '128.5.0', '128.3.1', '115.17.0'), also: 'Firefox ESR' },
  title('Google Chrome', 'Google LLC', 71, '131.0.6778.86', '130.0.6723.117'),
  title('LibreOffice', 'The Document Foundation', 46, '24.8.3', '24.2.7'),
  title('Microsoft 365 Apps for business', 'Microsoft Corporation', 68, '16.0.18129', '16.0.17928'),
  title('Microsoft Teams', 'Microsoft Corporation', 77, '24295.605', '24277.3502'),
  title('Zoom Workplace', 'Zoom Communications', 58, '6.2.7', '6.1.11', '5.17.11'),
  title('Slack', 'Slack Technologies', 34, '4.41.98', '4.39.95'),
  title('Adobe Acrobat Reader', 'Adobe', 63, '24.004.20272', '23.008.20555'),
  title('7-Zip', 'Igor Pavlov', 52, '24.08', '19.00'),
  title('VLC media player', 'VideoLAN', 37, '3.0.21', '3.0.18'),
  title('KeePassXC', 'KeePassXC Team', 29, '2.7.9', '2.7.6'),
  title('OpenVPN Connect', 'OpenVPN Inc.', 81, '3.5.1', '3.4.4'),
  title('CrowdStrike Falcon Sensor', 'CrowdStrike', 96, '7.19.18913', '7.18.18110'),
  title('Visual Studio Code', 'Microsoft Corporation', 24, '1.95.3', '1.94.2'),
  title('Git', 'The Git Development Community', 22, '2.47.1', '2.45.2'),
  title('Docker Desktop', 'Docker Inc.', 11, '4.36.0', '4.34.3'),
  title('PostgreSQL', 'PostgreSQL Global Development Group', 6, '17.2', '16.6'),
  title('GIMP', 'The GIMP Team', 9, '2.10.38'),
  title('Inkscape', 'Inkscape', 8, '1.4', '1.3.2'),
  title('Figma', 'Figma', 12, '124.5.5'),
  title('AutoCAD', 'Autodesk', 7, '2025.1', '2023.1.6'),
  title('SketchUp', 'Trimble', 5, '24.0.594'),
  title('SAP GUI', 'SAP SE', 18, '8.00', '7.70'),
  title('Sage 200c', 'Sage', 9, '2024.75'),
  title('PDFsam Basic', 'Sober Lemur', 7, '5.2.9'),
  title('Notepad++', 'Notepad++ Team', 31, '8.7.1', '8.6.9'),
  { ...title('TeamViewer', 'TeamViewer', 4, '15.59.5', '11.0.259'), isForbidden: true },
  { ...title('uTorrent', 'BitTorrent Inc.', 2, '3.6.0'), isForbidden: true },
]
