import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BenchProvider } from './theme/BenchProvider.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <BenchProvider>
      <main>Deskhand</main>
    </BenchProvider>
  </StrictMode>,
)
