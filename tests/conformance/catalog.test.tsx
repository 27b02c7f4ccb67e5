import { readdirSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { catalog, findKind, GROUPS } from '../../shapes/catalog/index.ts'
import { findProperty } from '../../shapes/catalog/properties.ts'
import { keyFigure, namedProperties } from '../../shapes/component/keyFigure.ts'
import { KindSymbol } from '../../shapes/shared/KindSymbol.tsx'
import { placedMark } from '../../shapes/shared/mark.ts'
import { outlines } from '../../shapes/shared/outlines.ts'
import { groupColours } from '../../shapes/shared/palette.ts'
import { findInsertable, insertables } from '../../src/canvas/insertables.ts'
import { search } from '../../src/canvas/search.ts'
import { KIND_IDS, LINK_MODES, ZONES } from '../../src/domain/kinds.ts'
import { parseNumber } from '../../src/domain/units.ts'

const NOT_KINDS = ['index.ts', 'kind.ts', 'list.ts', 'properties.ts']
/** Kinds that are no component: drawn as a frame around others. */
const FRAMES = ['k8s-cluster']
/** Where a design begins: nothing has to lead there. */
const ENTRIES = ['client']
const SENTENCES = /^[A-Z].*[.?]$/

/** As the search compares: case and separators say nothing. */
const plain = (text: string) => text.toLowerCase().replace(/[-_/.,]/g, ' ')

describe('the catalog', () => {
  it('lists every file of kinds, and each is named after its kind', () => {
    const files = readdirSync('shapes/catalog').filter((name) => !NOT_KINDS.includes(name))
    expect(files.sort()).toEqual(catalog.map(({ id }) => `${id}.ts`).sort())
  })
  it('has every kind that rules and problems name', () => {
    const drawable = new Set([...insertables.map(({ id }) => id), ...FRAMES])
    expect(KIND_IDS.filter((id) => !drawable.has(id))).toEqual([])
  })
  it('gives everything a code and a name of its own', () => {
    for (const texts of [insertables.map(({ code }) => code), insertables.map(({ name }) => plain(name))])
      expect(texts.filter((text, place) => texts.indexOf(text) !== place)).toEqual([])
  })
  it('leads to every kind by a usual link of another', () => {
    const reached = new Set(insertables.flatMap(({ usualLinks }) => usualLinks.map(({ to }) => to)))
    expect(KIND_IDS.filter((id) => !reached.has(id) && ![...ENTRIES, ...FRAMES].includes(id))).toEqual([])
  })
  it('says of every composite and frame what goes wrong with it, in whole sentences', () => {
    for (const { id, watchOut } of insertables.filter(({ kind }) => !kind)) {
      expect([id, watchOut.length]).not.toEqual([id, 0])
      for (const sentence of watchOut) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })
  it('says of a link only once that it is suspicious, and never that it is usual as well', () => {
    const suspicious = catalog.flatMap(({ id, suspiciousLinks }) =>
      suspiciousLinks.flatMap((link) => {
        const [from, to] = 'to' in link ? [id, link.to] : [link.from, id]
        return (link.mode ? [link.mode] : LINK_MODES).map((mode) => `${from} ${mode} ${to}`)
      }),
    )
    expect(suspicious.filter((text, place) => suspicious.indexOf(text) !== place)).toEqual([])
    const usual = insertables.flatMap(({ id, usualLinks }) =>
      usualLinks.map(({ to, mode }) => `${id} ${mode} ${to}`),
    )
    expect(suspicious.filter((text) => usual.includes(text))).toEqual([])
  })
})

const numbers = [...new Set(catalog.flatMap(({ properties }) => properties.map(({ id }) => id)))].flatMap(
  (id) => {
    const property = findProperty(id)
    return property?.type === 'number' ? [[id, property.rule] as const] : []
  },
)

describe.each(numbers)('the number %s', (_, rule) => {
  const { min = 0, max, whole = false } = rule
  it('takes its limits and refuses what lies beyond or is no number', () => {
    for (const text of [String(min), ...(max === undefined ? [] : [String(max)])])
      expect(parseNumber(text, rule)).toEqual({ ok: true, value: Number(text) })
    for (const text of [
      String(min - 1),
      ...(max === undefined ? [] : [String(max + 1)]),
      'abc',
      'NaN',
      '1e999',
    ])
      expect([text, parseNumber(text, rule).ok]).toEqual([text, false])
    expect(parseNumber(String((max ?? 3) - 0.5), rule).ok).toBe(!whole)
  })
})

describe('the search', () => {
  const owners = new Map<string, Set<string>>()
  for (const { id, synonyms } of insertables) {
    for (const text of synonyms.map(plain)) owners.set(text, (owners.get(text) ?? new Set()).add(id))
  }

  it.each(insertables.map((item) => [item.id, item] as const))(
    'puts %s first for its name, its code and each synonym of its own',
    (id, { name, code, synonyms }) => {
      const own = synonyms.filter((text) => owners.get(plain(text))?.size === 1)
      const first = [name, code, ...own].map((text) => [text, search(insertables, text)[0]?.item.id])
      expect(first.filter(([, found]) => found !== id)).toEqual([])
      expect(own.length).toBeGreaterThanOrEqual(2)
    },
  )
})

describe.each(catalog.map((kind) => [kind.id, kind] as const))('kind %s', (id, kind) => {
  it('is found by its id', () => {
    expect(findKind(id)).toBe(kind)
    expect(findInsertable(id)?.kind).toBe(kind)
  })

  it('says what it is: name, synonyms, code, group, zone, purpose', () => {
    expect(kind.name).toMatch(/^[A-Z]/)
    expect(kind.code).toMatch(/^[a-z0-9]{1,4}$/)
    expect(new Set(kind.synonyms.map(plain)).size).toBe(kind.synonyms.length)
    expect(GROUPS.map((group) => group.id)).toContain(kind.group)
    expect(ZONES).toContain(kind.zone)
    expect(kind.purpose).toMatch(/^[A-Z].{18,138}\.$/)
  })

  it('has properties that exist, each once, and typical figures with a source that can be followed', () => {
    const ids = kind.properties.map((property) => property.id)
    expect(new Set(ids).size).toBe(ids.length)
    const labels = ids.map((property) => findProperty(property)?.label)
    expect(labels).not.toContain(undefined)
    // “Label” and “Runs” are fields that every component has.
    expect(new Set([...labels, 'Label', 'Runs']).size).toBe(labels.length + 2)
    for (const { typical } of kind.properties) {
      if (!typical) continue
      expect(typical.text).toMatch(/\S.*[^.\s]$|^\S$/)
      expect(typical.source).not.toMatch(/^$|^published|common|widely/)
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
    expect(keyFigure(kind, {})).toBe('')
  })

  it('usually links to what can be drawn, with a short label', () => {
    expect(kind.usualLinks.length).toBeGreaterThan(0)
    const targets = kind.usualLinks.map(({ to }) => to)
    expect(new Set(targets).size).toBe(targets.length)
    for (const { to, mode, label } of kind.usualLinks) {
      expect(findInsertable(to)?.id).toBe(to)
      expect(to).not.toBe(id)
      expect(LINK_MODES).toContain(mode)
      expect(label).toMatch(/^\S.{0,28}\S$/)
    }
  })

  it('names the links to question and what else goes wrong, in whole sentences', () => {
    for (const link of kind.suspiciousLinks) {
      expect(findInsertable('to' in link ? link.to : link.from)).toBeDefined()
      expect(link.why).toMatch(SENTENCES)
    }
    for (const sentence of kind.watchOut) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('has a mark within its grid, unless its outline says all', () => {
    const { mark } = outlines[kind.outline].draw(168, 112, 32)
    const paths = placedMark(kind.mark, { x: 0, y: 0, scale: 1 })
    expect(paths.length > 0).toBe(mark !== null)
    for (const { d } of paths) expect(d).not.toMatch(/NaN|undefined/)
  })

  it('is drawn at 24 px in the colours of the style sheet', () => {
    const symbol = renderToStaticMarkup(<KindSymbol kind={kind} />)
    expect(symbol).toContain(groupColours(kind.group).stroke)
    expect(symbol).not.toMatch(/NaN|undefined/)
  })
})
