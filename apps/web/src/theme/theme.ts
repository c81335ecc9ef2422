import { createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  'var(--color-petrol-soft)',
  'var(--color-petrol-soft)',
  'var(--color-petrol-soft)',
  'var(--color-petrol)',
  'var(--color-petrol)',
  'var(--color-petrol)',
  'var(--color-petrol)',
  'var(--color-petrol-hi)',
  'var(--color-petrol-hi)',
  'var(--color-petrol-ink)',
]

type Sized = { size?: string }

const still = { transition: 'fade', duration: 140 } as const

/** Mantine's settings; its colours and sizes come from mantine-variables.css, which reads the tokens. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 6,
  colors: { petrol },
  fontFamily: 'var(--family)',
  fontFamilyMonospace: 'var(--family-mono)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // Plain objects rather than Button.extend(…): naming a component here would put it into everyone's first load.
  components: {
    Button: {
      vars: (_theme: unknown, { size }: Sized) => ({
        root: {
          '--button-height': size === 'xs' ? '28px' : 'var(--control)',
          '--button-padding-x': size === 'xs' ? '10px' : '12px',
        },
      }),
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle' },
      vars: (_theme: unknown, { size }: Sized) => ({
        root: { '--ai-size': size === 'xs' ? '24px' : 'var(--control)' },
      }),
    },
    Input: {
      vars: (_theme: unknown, { size }: Sized) => ({
        wrapper: {
          '--input-height': size === 'lg' ? '52px' : 'var(--control)',
          '--input-fz': size === 'lg' ? '1.0625rem' : '0.875rem',
          '--input-padding': size === 'lg' ? '16px' : '10px',
        },
      }),
    },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Menu: { defaultProps: { transitionProps: still, position: 'bottom-start', offset: 4 } },
    Popover: { defaultProps: { transitionProps: still, position: 'bottom-start', offset: 4 } },
    Modal: { defaultProps: { transitionProps: { ...still, duration: 200 } } },
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
  },
})
