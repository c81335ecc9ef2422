import { discoveryWords as words } from './words.ts'

/** What one types to give an agent its server. */
export const commandLines = (url: string): { system: string; line: string }[] => [
  { system: words.windows, line: `msiexec /i GLPI-Agent-x64.msi /quiet RUNNOW=1 SERVER=${url}` },
  {
    system: words.macos,
    line: `echo 'server = ${url}' | sudo tee /Applications/GLPI-Agent/etc/conf.d/deskhand.cfg`,
  },
  {
    system: words.linux,
    line: `echo 'server = ${url}' | sudo tee /etc/glpi-agent/conf.d/deskhand.cfg && sudo glpi-agent --force`,
  },
  { system: words.old, line: `fusioninventory-agent --server ${url} --force` },
]
