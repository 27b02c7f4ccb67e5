import { readdirSync } from 'node:fs'
import type { TLShape } from '@tldraw/tlschema'
import { renderToStaticMarkup } from 'react-dom/server'
import { createShapeId, type Editor } from 'tldraw'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog, findKind, GROUPS } from '../../shapes/catalog/index.ts'
import type { ComponentKind } from '../../shapes/catalog/kind.ts'
import { findProperty } from '../../shapes/catalog/properties.ts'
import { ComponentUtil } from '../../shapes/component/ComponentUtil.tsx'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { keyFigure, namedProperties } from '../../shapes/component/keyFigure.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { FUNNEL } from '../../shapes/funnel/schema.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { KindSymbol } from '../../shapes/shared/KindSymbol.tsx'
import { markPaths } from '../../shapes/shared/mark.ts'
import { outlines } from '../../shapes/shared/outlines.ts'
import { groupColours } from '../../shapes/shared/palette.ts'
import { TWO_TOWER } from '../../shapes/two-tower/schema.ts'
import { fromLeaves, toLeaves } from '../../src/document/leaves.ts'
import { LINK_MODES, ZONES } from '../../src/domain/kinds.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const NOT_KINDS = ['index.ts', 'kind.ts', 'list.ts', 'properties.ts']
const COMPOSITES = [TWO_TOWER, FUNNEL]
const COMPOSITE_CODES = ['tt', 'fu']

/** A value of each property of a kind, so that every figure of it can be shown. */
function sampleValues({ properties }: ComponentKind) {
  const sample = (id: string) => {
    const property = findProperty(id)
    if (property?.type === 'number') return property.rule.unit === 'share' ? 0.5 : 20
    if (property?.type === 'flag') return true
    return property?.type === 'list' ? ['one'] : 'text'
  }
  return Object.fromEntries(properties.map(({ id }) => [id, sample(id)]))
}

describe('the catalog', () => {
  it('lists every file of kinds, and each is named after its kind', () => {
    const files = readdirSync('shapes/catalog').filter((name) => !NOT_KINDS.includes(name))
    expect(files.sort()).toEqual(catalog.map(({ id }) => `${id}.ts`).sort())
  })
  it('gives every kind a code of its own', () => {
    const codes = [...catalog.map(({ code }) => code), ...COMPOSITE_CODES]
    expect(new Set(codes).size).toBe(codes.length)
  })
  it('gives every kind a name of its own', () => {
    const names = catalog.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })
})

describe.each(catalog.map((kind) => [kind.id, kind] as const))('kind %s', (id, kind) => {
  let editor: Editor
  let shape: TLShape
  const label = `Say "${kind.name}" & more`

  beforeAll(() => {
    editor = headlessEditor([ComponentUtil])
    const props = { ...componentDefaults(kind), label, values: sampleValues(kind) }
    editor.createShape({ id: createShapeId(id), type: COMPONENT, x: 8, y: 16, props })
    const created = editor.getShape(createShapeId(id))
    if (!created) throw new Error(`${id} was not placed`)
    shape = created
  })
  afterAll(() => editor.dispose())

  const exported = (isDarkMode: boolean) => {
    const element = editor.getShapeUtil(shape).toSvg?.(shape, { isDarkMode } as never)
    const host = document.createElement('div')
    host.innerHTML = `<svg>${renderToStaticMarkup(element as never)}</svg>`
    return host
  }

  it('is found by its id', () => {
    expect(findKind(id)).toBe(kind)
  })

  it('says what it is: name, synonyms, code, group, zone, purpose', () => {
    expect(kind.name).toMatch(/^[A-Z]/)
    expect(kind.code).toMatch(/^[a-z0-9]{1,4}$/)
    expect(kind.synonyms.length).toBeGreaterThanOrEqual(2)
    expect(new Set(kind.synonyms.map((word) => word.toLowerCase())).size).toBe(kind.synonyms.length)
    expect(GROUPS.map((group) => group.id)).toContain(kind.group)
    expect(ZONES).toContain(kind.zone)
    expect(kind.purpose).toMatch(/^[A-Z].{20,140}\.$/)
  })

  it('has properties that exist, each once, and sources for typical figures', () => {
    const ids = kind.properties.map((property) => property.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const property of kind.properties) {
      expect(findProperty(property.id)).toBeDefined()
      if (property.typical) expect(property.typical.text && property.typical.source).not.toBe('')
    }
  })

  it('shows figures of its own properties only', () => {
    const own = kind.properties.map((property) => property.id as string)
    expect(kind.figures.length).toBeGreaterThan(0)
    for (const figure of kind.figures) {
      const named = namedProperties(figure)
      expect(named.length).toBeGreaterThan(0)
      expect(own).toEqual(expect.arrayContaining(named))
    }
    expect(keyFigure(kind, sampleValues(kind))).not.toBe('')
    expect(keyFigure(kind, {})).toBe('')
  })

  it('usually links to kinds that exist, with a label', () => {
    expect(kind.usualLinks.length).toBeGreaterThan(0)
    const targets = kind.usualLinks.map(({ to }) => to)
    expect(new Set(targets).size).toBe(targets.length)
    for (const { to, mode, label: word } of kind.usualLinks) {
      expect(findKind(to) !== undefined || COMPOSITES.includes(to)).toBe(true)
      expect(to).not.toBe(id)
      expect(LINK_MODES).toContain(mode)
      expect(word).not.toBe('')
    }
  })

  it('has a mark within its grid, unless its outline says all', () => {
    const { drawing } = { drawing: outlines[kind.outline].draw(168, 112, 32) }
    expect(markPaths(kind.mark).length > 0).toBe(drawing.mark !== null)
    for (const { d } of markPaths(kind.mark)) expect(d).not.toMatch(/NaN|undefined/)
  })

  it('is drawn at 24 px in the colours of the style sheet', () => {
    const symbol = renderToStaticMarkup(<KindSymbol kind={kind} />)
    expect(symbol).toContain(groupColours(kind.group).stroke)
    expect(symbol).not.toMatch(/NaN|undefined/)
  })

  it.each([
    ['light', false],
    ['dark', true],
  ] as const)('is exported in %s colours, its label as text', (theme, isDarkMode) => {
    const svg = exported(isDarkMode)
    const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent?.replace(/\s+/g, ' '))
    expect(texts[0]).toBe(label)
    expect(texts[1]).toBe(keyFigure(kind, sampleValues(kind)))
    expect(svg.innerHTML).toContain(groupColours(kind.group, theme).wash)
    expect(svg.innerHTML).not.toMatch(/foreignObject|var\(|NaN|undefined/)
    expect(svg.querySelectorAll('text')[0]?.getAttribute('font-family')).toContain('IBM Plex Sans')
  })

  it('makes a valid record that comes back from its leaves as it was', () => {
    expect(() => boardSchema.types.shape.validate(shape)).not.toThrow()
    expect(fromLeaves(shape.id, toLeaves(shape as never))).toEqual(shape)
  })
})
