import { expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { FigureGeometry } from '../../shapes/component/FigureGeometry.ts'
import { layoutComponent } from '../../shapes/component/layout.ts'

it('a link from below ends under the text of a figure, one from the side at its outline', () => {
  const layout = layoutComponent({ ...componentDefaults('alert'), label: 'Retrain' })
  const geometry = new FigureGeometry(layout)
  const { x, y, w, h } = layout.text
  const middle = x + w / 2
  const from = { x: middle, y: y + h + 60 }
  const nearest = Math.max(...geometry.intersectLineSegment(from, { x: middle, y: 0 }).map((hit) => hit.y))
  expect(nearest).toBeGreaterThanOrEqual(y + h)
  const beside = geometry.intersectLineSegment({ x: -200, y: 30 }, { x: middle, y: 30 })
  expect(Math.min(...beside.map((hit) => hit.x))).toBeGreaterThanOrEqual(
    Math.min(...layout.dock.map((p) => p.x)),
  )
})
