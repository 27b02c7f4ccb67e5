import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../shapes/vocabulary.ts'
import type { Design } from '../../../src/domain/design.ts'
import { readDesignFile, writeDesignFile } from '../../../src/domain/designFile/readDesignFile.ts'
import { estimate } from '../../../src/domain/estimate/estimate.ts'
import { LINK_MODES, ZONES } from '../../../src/domain/kinds.ts'

const read = (text: string) => readDesignFile(text, vocabulary)
const readJson = (json: unknown) => read(JSON.stringify(json))

function designOf(json: unknown): Design {
  const file = readJson(json)
  if (!file.ok) throw new Error(`${file.problem.where} ${file.problem.what}`)
  return file.design
}

const warningsOf = (json: unknown) => {
  const file = readJson(json)
  return file.ok ? file.warnings.map(({ where, what }) => `${where}: ${what}`) : [file.problem.what]
}

const problemOf = (text: string) => {
  const file = read(text)
  return file.ok ? 'none' : `${file.problem.where} ${file.problem.what}`
}

const node = (props: object, more: object = {}) => ({ nodes: [{ id: 'a', kind: 'ranker', props, ...more }] })

describe('a design file', () => {
  it('takes what people leave out as usual', () => {
    const { nodes, links, ...rest } = designOf({
      nodes: [
        { id: 'a', kind: 'ranker' },
        { id: 7, kind: 'data-validation', label: 2026 },
      ],
      links: [{ from: 'a', to: 7 }],
    })
    expect(nodes).toEqual([
      { id: 'a', kind: 'ranker', zone: 'online', label: '', props: {}, step: null },
      { id: '7', kind: 'data-validation', zone: 'offline', label: '2026', props: {}, step: null },
    ])
    expect(links).toEqual([{ id: 'link-0', from: 'a', to: '7', mode: 'sync', label: '' }])
    expect(rest).toEqual({ requirements: {}, cards: [], composites: [] })
  })

  it('reads numbers, lists and flags as people write them', () => {
    const props = {
      itemsIn: '10k',
      p99: '1.5 s',
      costPerItemUs: 20,
      heads: 'click, save',
      features: ['age', 3],
      calibrated: 'yes',
      loss: 7,
      replicas: null,
    }
    expect(designOf(node(props)).nodes[0]?.props).toEqual({
      itemsIn: 10_000,
      p99: 1500,
      costPerItemUs: 20,
      heads: ['click', 'save'],
      features: ['age', '3'],
      calibrated: true,
      loss: '7',
    })
    expect(warningsOf(node(props))).toEqual([])
    const requirements = {
      sla: '200',
      corpus: '100M',
      metrics: 'recall,ndcg',
      batch: 'true',
      task: 'ranking',
    }
    expect(designOf({ requirements, nodes: [] }).requirements).toEqual({
      sla: 200,
      corpus: 100_000_000,
      metrics: ['recall', 'ndcg'],
      batch: true,
      task: 'ranking',
    })
  })

  it.each([
    [
      node({ p99: 'fast' }),
      'nodes[0].props.p99: “fast” is no number here. Type 200, 200 ms or 1.5 s. Kept as it is.',
    ],
    [node({ recall: 1.2 }), 'nodes[0].props.recall: 1.2 is outside the range: from 0 to 1. Kept as it is.'],
    [node({ p99: true }), 'nodes[0].props.p99: “true” is no number: kept as it is.'],
    [node({ stage: 'warm' }), 'nodes[0].props.stage: “warm” is none of light, heavy: kept as it is.'],
    [
      node({ calibrated: 'maybe' }),
      'nodes[0].props.calibrated: “maybe” is neither yes nor no: kept as it is.',
    ],
    [
      node({ mood: 'good' }),
      'nodes[0].props.mood: is a property that this version does not know: kept as it is.',
    ],
    [
      node({ 'two words': 1 }),
      'nodes[0].props[“two words”]: is a property that this version does not know: kept as it is.',
    ],
    [node({ p99: { ms: 5 } }), 'nodes[0].props.p99: is nothing that a property can hold: left out.'],
    [
      { nodes: [{ id: 'a', kind: 'oracle' }] },
      'nodes[0].kind: “oracle” is no kind that this version knows: kept as it is.',
    ],
    [
      node({}, { zone: 'moon' }),
      'nodes[0].zone: “moon” is none of online, nearline, offline, ops: online is taken.',
    ],
    [node({}, { step: 'last' }), 'nodes[0].step: “last” is no step: left out.'],
    [node({}, { label: [] }), 'nodes[0].label: “[]” is no text: left out.'],
    [node({}, { colour: 'red' }), 'nodes[0].colour: means nothing in a design: left out.'],
    [{ ...node({}), author: 'me' }, 'author: means nothing in a design: left out.'],
    [
      { ...node({}), links: [{ from: 'a', to: 'b' }] },
      'links[0]: No node has the id “b”: the link is left out.',
    ],
    [{ ...node({}), links: [{ from: 'a' }] }, 'links[0]: It names only one end: the link is left out.'],
    [
      { ...node({}), links: [{ from: 'a', to: 'a', mode: 'carrier' }] },
      'links[0].mode: “carrier” is none of sync, stream, batch, control: sync is taken.',
    ],
    [
      { ...node({}), links: [{ from: 'a', to: 'a', seq: 1.5 }] },
      'links[0].seq: “1.5” is no whole number: left out.',
    ],
    [
      { ...node({}), links: [{ from: 'a', to: 'a', optional: 'x' }] },
      'links[0].optional: “x” is neither true nor false: left out.',
    ],
    [
      { ...node({}), links: [{ from: 'a', to: 'a', toPort: {} }] },
      'links[0].toPort: “{}” names no part: left out.',
    ],
    [
      { nodes: [], cards: [{ type: 'card-tarot' }] },
      'cards[0].type: “card-tarot” is no type that this version knows: kept as it is.',
    ],
    [
      { nodes: [], composites: [{ id: 'f', type: 'funnel' }] },
      'composites[0].id: No node has the id “f”, so nothing can be joined to it.',
    ],
  ])('warns: %j', (json, warning) => expect(warningsOf(json)).toEqual([warning]))

  it('keeps what it warns of, where a design can hold it', () => {
    const { nodes } = designOf({
      nodes: [{ id: 'a', kind: 'oracle', props: { p99: 'fast', mood: ['good', 1] } }],
    })
    expect(nodes[0]).toMatchObject({ kind: 'oracle', props: { p99: 'fast', mood: ['good', '1'] } })
  })
})

describe('what is no design', () => {
  it.each([
    ['[]', 'the file is JSON, but no design: that is an object with a list “nodes”.'],
    ['{"name":"drillboard"}', 'the file is JSON, but no design: that is an object with a list “nodes”.'],
    ['null', 'the file is JSON, but no design: that is an object with a list “nodes”.'],
    ['{"nodes":{}}', 'nodes is no list: write [ … ] there.'],
    ['{"nodes":null}', 'nodes is no list: write [ … ] there.'],
    ['{"nodes":[5]}', 'nodes[0] is no object: write { … } there.'],
    ['{"nodes":[{"id":"a"}]}', 'nodes[0] has no kind.'],
    ['{"nodes":[{"kind":"ranker"}]}', 'nodes[0] has no id.'],
    ['{"nodes":[{"id":"a","kind":"ranker","props":[]}]}', 'nodes[0].props is no object: write { … } there.'],
    [
      '{"nodes":[{"id":"a","kind":"cdn"},{"id":"a","kind":"cdn"}]}',
      'nodes[1] has the id “a”, which another has as well.',
    ],
    ['{"nodes":[],"links":7}', 'links is no list: write [ … ] there.'],
    ['{"nodes":[],"requirements":"fast"}', 'requirements is no object: write { … } there.'],
    ['{"nodes":[],"cards":[{}]}', 'cards[0] has no type.'],
    ['', 'line 1, column 1 is no JSON: the file ends instead of a value.'],
    ['{\n  "nodes": [,]\n}', 'line 2, column 13 is no JSON: “,” stands there instead of a value or ].'],
    ['{"nodes":[]', 'line 1, column 12 is no JSON: the file ends instead of , or the closing bracket.'],
    ['{"nodes":[],}', 'line 1, column 13 is no JSON: “}” stands there instead of a name in "…".'],
    ['{nodes:[]}', 'line 1, column 2 is no JSON: “n” stands there instead of a name in "…" or }.'],
    ['{"nodes" []}', 'line 1, column 10 is no JSON: “[” stands there instead of :.'],
    ['{"nodes":[]} {}', 'line 1, column 14 is no JSON: “{” stands there instead of nothing more.'],
    [
      '{"nodes":NaN}',
      'line 1, column 10 is no JSON: this is neither a number, true, false, null nor a text in "…".',
    ],
    [
      '{"nodes":[01]}',
      'line 1, column 11 is no JSON: this is neither a number, true, false, null nor a text in "…".',
    ],
    [
      '{"no\ndes":[]}',
      'line 1, column 2 is no JSON: this text has no closing quote on its line, or a \\ that means nothing.',
    ],
  ])('%s', (text, problem) => expect(problemOf(text)).toBe(problem))

  it('is one too long, too deep or with more than a board holds', () => {
    expect(problemOf(' '.repeat(8_000_001))).toBe('the file is longer than 8 million characters.')
    const deep = `{"nodes":[],"cards":[{"type":"risk","fields":{"a":${'['.repeat(2e5)}${']'.repeat(2e5)}}}]}`
    expect(problemOf(deep)).toBe('the file is nested deeper than 20 levels.')
    const nodes = Array.from({ length: 4001 }, (_, n) => ({ id: `n${n}`, kind: 'cdn' }))
    expect(problemOf(JSON.stringify({ nodes }))).toBe('the file has 4001 parts; a board holds 4000.')
    expect(problemOf('['.repeat(1e6))).toContain('column 1000001 is no JSON')
  })

  it('is one with more inside of a card or composite than can be drawn', () => {
    const rows = Array.from({ length: 2001 }, (_, n) => ({ risk: `r${n}` }))
    const cards = [{ type: 'risk', fields: { risks: rows } }]
    expect(problemOf(JSON.stringify({ nodes: [], cards }))).toBe(
      'cards[0].fields has 4003 values; a card or composite takes 4000. Leave some out.',
    )
    const stages = Array.from({ length: 5000 }, () => 'x')
    const composites = [{ id: 'f', type: 'funnel', props: { stages } }]
    expect(problemOf(JSON.stringify({ nodes: [], composites }))).toBe(
      'composites[0].props has 5001 values; a card or composite takes 4000. Leave some out.',
    )
    const fewer = [{ type: 'risk', fields: { risks: rows.slice(0, 1900) } }]
    expect(problemOf(JSON.stringify({ nodes: [], cards: fewer }))).toBe('none')
  })

  it('is told wherever JSON is cut off or changed, and never elsewhere', () => {
    const text = fc
      .json()
      .chain((json) => fc.tuple(fc.constant(json), fc.nat(json.length), fc.string({ maxLength: 2 })))
    fc.assert(
      fc.property(text, ([json, at, added]) => {
        const changed = json.slice(0, at) + added + json.slice(at + 1)
        let isJson = true
        try {
          JSON.parse(changed)
        } catch {
          isJson = false
        }
        const place = /^line (\d+), column (\d+) is no JSON/.exec(problemOf(changed))
        expect(place !== null).toBe(!isJson)
        // What comes before that place has no fault of its own: it only ends too early, or not at all.
        if (!place || changed.includes('\n')) return
        const before = changed.slice(0, Number(place[2]) - 1)
        const fault = /^line 1, column (\d+) is no JSON/.exec(problemOf(before))
        expect(fault === null || Number(fault[1]) === before.length + 1).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('composites', () => {
  const funnel = (stages: unknown) => ({
    nodes: [
      { id: 'app', kind: 'client', props: { qps: 10 } },
      { id: 'f', kind: 'funnel', label: 'Funnel' },
    ],
    links: [{ from: 'app', to: 'f' }],
    composites: [{ id: 'f', type: 'funnel', props: { items: 'songs', stages } }],
  })

  it('have the figures of their stages as people write them', () => {
    const json = funnel([
      { name: 'Retrieval', itemsIn: '100M', itemsOut: '10k', p99: 'soon' },
      { itemsOut: 100 },
    ])
    expect(designOf(json).composites[0]?.props).toMatchObject({
      items: 'songs',
      stages: [{ itemsIn: 100e6, itemsOut: 10e3, p99: 'soon' }, { itemsOut: 100 }],
    })
    expect(warningsOf(json)).toEqual([
      'composites[0].props.stages[0].p99: “soon” is no number here. Type 200, 200 ms or 1.5 s. Kept as it is.',
    ])
    const reductions = estimate(designOf(json)).filter(({ name }) => name === 'stage-reduction')
    expect(reductions.map(({ value }) => value)).toEqual([10_000, 100])
  })

  it('may hold anything: what follows from them is told or named as missing', () => {
    const odd = fc.jsonValue({ maxDepth: 2 })
    const name = fc.oneof(odd, fc.constant({ toString: 1 }))
    const stage = fc.oneof(
      odd,
      fc.record({ id: odd, name, itemsIn: odd, itemsOut: odd, p99: odd, recall: odd }),
    )
    fc.assert(
      fc.property(fc.oneof(odd, fc.array(stage, { maxLength: 3 })), (stages) => {
        for (const { value, missing = [] } of estimate(designOf(funnel(stages)))) {
          if (value === null) expect(missing.length).toBeGreaterThan(0)
          else expect(Number.isFinite(value)).toBe(true)
        }
      }),
    )
  })
})

describe('hostile text', () => {
  it('stays text, and keys of the language stay keys', () => {
    const text =
      '{"nodes":[{"id":"__proto__","kind":"constructor","label":"<img src=x onerror=alert(1)>","props":{"__proto__":"a","toString":"b","constructor":5}}],"requirements":{"__proto__":{"sla":1},"hasOwnProperty":"c"}}'
    const file = read(text)
    if (!file.ok) throw new Error(file.problem.what)
    const [only] = file.design.nodes
    expect(only?.label).toBe('<img src=x onerror=alert(1)>')
    expect(Object.keys(only?.props ?? {})).toEqual(['__proto__', 'toString', 'constructor'])
    expect(Object.getPrototypeOf(only?.props)).toBe(Object.prototype)
    expect(file.design.requirements).toEqual({ hasOwnProperty: 'c' })
    expect(({} as { sla?: number }).sla).toBeUndefined()
    expect(read(writeDesignFile(file.design))).toMatchObject({ ok: true, design: file.design })
  })

  it('is quoted short in warnings', () => {
    const [warning = ''] = warningsOf(node({ stage: 'x'.repeat(1e5) }))
    expect(warning.length).toBeLessThan(200)
  })
})

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e15 })
  .map((value) => value + 0)
const props = fc.dictionary(
  fc.oneof(word, fc.constantFrom('p99', 'heads', 'calibrated', 'stage', 'version', '__proto__')),
  fc.oneof(number, word, fc.boolean(), fc.array(word, { maxLength: 3 })),
  { maxKeys: 5 },
)
const step = fc.option(fc.integer({ min: 1, max: 7 }), { nil: null })
const json = fc.dictionary(word, fc.jsonValue({ maxDepth: 3, noUnicodeString: false }), { maxKeys: 3 })

/** Any design at all, odd properties included. */
const anyDesign = fc
  .record({
    requirements: props,
    nodes: fc.uniqueArray(
      fc.record({
        id: word,
        kind: fc.oneof(word, fc.constantFrom('ranker', 'client')),
        zone: fc.constantFrom(...ZONES),
        label: fc.string({ unit: 'grapheme' }),
        props,
        step,
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
    cards: fc.uniqueArray(fc.record({ id: word, type: word, step, fields: json }), {
      selector: ({ id }) => id,
    }),
    composites: fc.uniqueArray(fc.record({ id: word, type: word, step, props: json }), {
      selector: ({ id }) => id,
    }),
  })
  .chain((parts) => {
    const ids = parts.nodes.map(({ id }) => id)
    const link = fc.record(
      {
        id: word,
        from: fc.constantFrom(...ids, ''),
        to: fc.constantFrom(...ids, ''),
        mode: fc.constantFrom(...LINK_MODES),
        label: fc.string(),
        seq: fc.nat(9),
        optional: fc.boolean(),
        fromPort: word,
        toPort: word,
      },
      { requiredKeys: ['id', 'from', 'to', 'mode', 'label'] },
    )
    const links = fc.uniqueArray(link, { selector: ({ id }) => id, maxLength: ids.length === 0 ? 0 : 6 })
    return links.map((drawn) => ({
      ...parts,
      links: drawn.filter(({ from, to }) => ids.includes(from) && ids.includes(to)),
    }))
  })

describe('reading and writing', () => {
  it('leave a design as it was once it has been read', () => {
    fc.assert(
      fc.property(anyDesign, (any) => {
        const once = designOf(any)
        const again = read(writeDesignFile(once))
        expect(again).toMatchObject({ ok: true })
        if (again.ok) expect(again.design).toEqual(once)
        expect(once.nodes.map(({ id, label, zone }) => [id, label, zone])).toEqual(
          any.nodes.map(({ id, label, zone }) => [id, label, zone]),
        )
        expect(once.links).toEqual(any.links)
        expect(JSON.stringify(once.cards)).toBe(JSON.stringify(any.cards))
        expect(JSON.stringify(once.composites)).toBe(JSON.stringify(any.composites))
      }),
    )
  })

  it('never fail otherwise than by a problem with a place, whatever JSON they meet', () => {
    const part = fc.dictionary(
      fc.constantFrom('id', 'kind', 'type', 'props', 'fields', 'step', 'from', 'to', 'seq'),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const whole = fc.dictionary(
      fc.constantFrom('nodes', 'links', 'cards', 'composites', 'requirements', 'other'),
      fc.oneof(fc.array(part, { maxLength: 3 }), fc.jsonValue({ maxDepth: 1 })),
    )
    fc.assert(
      fc.property(whole, (any) => {
        const file = readJson(any)
        if (!file.ok) expect(file.problem.where).not.toBe('')
        else expect(read(writeDesignFile(file.design))).toMatchObject({ ok: true, design: file.design })
      }),
      { numRuns: 100 },
    )
  })
})
