import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { refusalWords } from '../../src/pages/board/refusal.ts'
import { NoPage } from '../../src/pages/none/NoPage.tsx'

it('an address that is none of a board speaks of a page, not of a board', () => {
  const words = renderToStaticMarkup(<NoPage />)
  expect(words).toContain('No page at this address.')
  expect(words).not.toContain(refusalWords(404, '').title)
})
