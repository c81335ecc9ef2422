import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './Styleguide.module.css'

const families = ['petrol', 'ok', 'warn', 'bad', 'info', 'plum']
const colours = [
  ...[
    'canvas',
    'surface',
    'sunken',
    'raised',
    'line',
    'edge',
    'ink',
    'muted',
    'subtle',
    'marker',
    'note',
    'note-edge',
    'focus',
    'tape',
  ],
  ...families.flatMap((family) => [family, `${family}-soft`, `${family}-ink`]),
].map((name) => ({ name, value: `var(--color-${name})` }))
const series = [1, 2, 3, 4, 5, 6].map((place) => ({ name: `chart ${place}`, value: `var(--chart-${place})` }))
const sizes = ['2xs', 'xs', 'sm', 'base', 'md', 'lg', 'xl', '2xl', '3xl', '4xl']

export function Foundations() {
  return (
    <>
      <section className={classes.section}>
        <SectionTitle>Colour</SectionTitle>
        <div className={classes.swatches}>
          {[...colours, ...series].map(({ name, value }) => (
            <div key={name} className={classes.swatch}>
              <span className={classes.colour} style={{ background: value }} />
              {name}
            </div>
          ))}
        </div>
      </section>
      <section className={classes.section}>
        <SectionTitle>Type</SectionTitle>
        <div className={classes.type}>
          {sizes.map((size) => (
            <p key={size} style={{ font: `var(--text-${size})` }}>
              {size} · The projector in room Ebro shows only green, 40 min late
            </p>
          ))}
        </div>
      </section>
    </>
  )
}
