import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import './fonts.css'
import './tokens.css'
import './contrast.css'
import './base.css'
import './mantine-variables.css'
import './mantine-parts.css'
import './mantine-controls.css'
import './mantine-overlays.css'
import './print.css'
import { theme } from './theme.ts'

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''

// Dialogs lock scrolling with a style tag of their own, which the policy would refuse without the page's nonce;
// react-remove-scroll looks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce })

// Menus and lists open in this element of Mantine's; as a region they are part of the page's landmarks.
const layers = document.createElement('div')
layers.dataset['mantineSharedPortalNode'] = 'true'
layers.role = 'region'
layers.ariaLabel = 'Menus and dialogs'
document.body.append(layers)

/** Mantine, told to look like Bench. */
export function BenchProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  )
}
